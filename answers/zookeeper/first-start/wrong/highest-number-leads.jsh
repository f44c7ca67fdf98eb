// caught by: third-start-decides
// Believes that a server which does not run can lead.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 5
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
