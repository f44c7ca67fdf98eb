// caught by: last-write-survived
// All five have the news; what zk4 missed is something else.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger $news
/await
/stop zk4 zk5
/await
zk create $ledger/more
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
