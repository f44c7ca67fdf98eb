// One or two of five are no majority.
/predict after-1 none
/start zk1
/predict after-2 none
/start zk2
// Three are: equal epochs, equal zxids, so the highest number among them.
/predict after-3 3
/start zk3
// Whoever comes later finds a leader.
/predict after-4 3
/start zk4
/predict after-5 3
/start zk5
/await
