// caught by: answers-were-sealed-in-time
// The vote was seen before; starting zk4 a second time does not make the answers early.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger old
/await
/stop zk4 zk5
/await
zk set $ledger $news
/kill zk3
/start zk4
/await
/kill zk4
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/start zk4
/await
