// caught by: answers-were-sealed-in-time
// The first question was left out.
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
