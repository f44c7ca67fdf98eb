// caught by: answers-were-sealed-in-time
// The right leader without a reason.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger old
/await
/stop zk4 zk5
/await
zk set $ledger $news
/predict next-leader 2
/kill zk3
/start zk4
/await
