// caught by: two-are-no-majority
// Counts the servers that run, not those that there are.
/predict after-1 none
/start zk1
/predict after-2 2
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
