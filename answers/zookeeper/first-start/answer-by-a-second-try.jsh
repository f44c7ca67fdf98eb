// A first start can be tried again on emptied disks.
/predict after-1 zk1
/start zk1
/kill zk1
/predict after-1 none
/wipe zk1
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
