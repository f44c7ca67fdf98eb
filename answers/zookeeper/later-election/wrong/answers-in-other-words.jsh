// caught by: you-foretold-the-leader
// None of the answers is one of those that were asked for.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger old
/await
/stop zk4 zk5
/await
zk set $ledger $news
/predict next-leader the best one
/predict between-2-and-4 the news
/predict between-1-and-2 luck
/kill zk3
/start zk4
/await
