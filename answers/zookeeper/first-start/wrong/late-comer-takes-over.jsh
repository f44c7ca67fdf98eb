// caught by: later-ones-follow
// Believes that a better server deposes a leader.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 4
/start zk4
/predict after-5 3
/start zk5
