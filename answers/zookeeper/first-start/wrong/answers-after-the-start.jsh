// caught by: answers-were-sealed-in-time
// The outcome is read off, then foretold.
/start zk1
/await
/predict after-1 none
