// caught by: you-foretold-the-leader
// A wrong answer in time, the right one afterwards.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger old
/await
/stop zk4 zk5
/await
zk set $ledger $news
/predict next-leader 4
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
/predict next-leader 2
