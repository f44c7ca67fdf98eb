// caught by: answers-were-sealed-in-time
// Nobody waited until three servers had a leader.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/predict after-4 3
/start zk3 zk4
/predict after-5 3
