// caught by: two-missed-one-transaction
// Right steps, wrong situation: all five have the same, and zk4 wins.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger $news
/await
/stop zk4 zk5
/await
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
