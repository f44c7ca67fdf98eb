// caught by: third-server-led-before
// The whole of it twice: the second time zk2 leads already, and zk3 is a follower when it fails.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
zk create $ledger older
/await
/stop zk4 zk5
/await
zk set $ledger old
/kill zk3
/start zk4
/await
/start zk3 zk5
/await
zk set $ledger again
/await
/stop zk4 zk5
/await
zk set $ledger $news
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
