// Of the first three, zk3 has the highest number.
/start zk1 zk2 zk3
/await
/start zk4 zk5
/await
// The session is transaction 1, so these are 2 to 7, and all five have them.
zk create $ledger 2
zk set $ledger 3
zk set $ledger 4
zk set $ledger 5
zk set $ledger 6
zk set $ledger 7
/await
// Transaction 8 is for zk1, zk2 and zk3 only.
/stop zk4 zk5
/await
zk set $ledger $news
// zk2 has 8 and zk4 has 7: the zxid decides. zk1 has 8 too: there the number decides.
/predict next-leader 2
/predict between-2-and-4 zxid
/predict between-1-and-2 sid
/kill zk3
/start zk4
/await
