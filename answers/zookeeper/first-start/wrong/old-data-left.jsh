// caught by: servers-began-empty
// Three at once at first; then again from the beginning, on disks that remember an epoch.
/start zk1 zk2 zk3
/await
/stop zk3 zk2 zk1
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
