// caught by: third-server-leads-all
// Everything is foretold, and not everything done.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
