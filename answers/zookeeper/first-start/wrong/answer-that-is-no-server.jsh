// caught by: two-are-no-majority
// An answer is a server or none.
/predict after-1 whoever has the most votes
/start zk1
/predict after-2 none
