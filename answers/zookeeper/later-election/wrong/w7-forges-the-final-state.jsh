// caught by: third-server-led-before
// Three servers and the right znode: neither zk3 nor an older epoch was ever there.
/start zk1 zk2 zk4
/await
zk create $ledger $news
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
