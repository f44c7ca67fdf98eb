// The last answer before the start counts, and nobody has to wait; clients may work meanwhile.
/predict after-1 zk1
/await
/predict after-1 nobody
/start zk1
/await
/predict after-2 NONE
/start zk2
/await
/predict after-3 zk5
/predict after-3 zk3
/start zk3
/await
zk create /written-by-three
/predict after-4 server 3
/start zk4
/await
zk create /written-by-four
/predict after-5 zk4
/predict after-5 ZK3
/start zk5
