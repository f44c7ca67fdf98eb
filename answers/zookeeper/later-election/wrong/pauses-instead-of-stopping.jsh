// caught by: two-missed-one-transaction
// A frozen server gets on waking what was sent to it meanwhile: zk4 has missed nothing, and wins.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger old
/await
/pause zk4 zk5
/await
zk set $ledger $news
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/resume zk4
/await
/kill zk3
/await
