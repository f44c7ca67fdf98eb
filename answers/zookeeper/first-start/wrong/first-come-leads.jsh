// caught by: two-are-no-majority
// Believes that the first server leads because nobody else is there.
/predict after-1 1
/start zk1
/predict after-2 1
/start zk2
/predict after-3 1
