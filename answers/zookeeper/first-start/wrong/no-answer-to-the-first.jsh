// caught by: answers-were-sealed-in-time
// The first question was left out.
/start zk1
/predict after-2 none
