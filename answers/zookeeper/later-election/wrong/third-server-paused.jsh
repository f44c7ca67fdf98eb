// caught by: third-and-fifth-are-down
// A frozen leader is not down: when it wakes, it believes that it leads.
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
/predict between-1-and-2 sid
/pause zk3
/start zk4
/await
