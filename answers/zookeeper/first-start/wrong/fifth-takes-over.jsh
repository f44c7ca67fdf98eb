// caught by: later-ones-follow
// Believes that the highest number of all five must lead in the end.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
/predict after-3 3
/start zk3
/predict after-4 3
/start zk4
/predict after-5 5
/start zk5
