// caught by: you-know-why-not-the-first
// The right leader for a wrong reason.
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
/predict between-2-and-4 zxid
/predict between-1-and-2 zxid
/kill zk3
/start zk4
/await
