// caught by: second-server-leads
// Two of five are no majority: nobody leads.
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
/kill zk3
/await
