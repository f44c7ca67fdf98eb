// caught by: last-write-survived
// Names are new in each attempt; these belong to another one.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create /ledger-4f2a old
/await
/stop zk4 zk5
/await
zk set /ledger-4f2a news-4f2a
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
