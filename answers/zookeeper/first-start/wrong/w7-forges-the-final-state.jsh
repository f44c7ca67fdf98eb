// caught by: answers-were-sealed-in-time
// The right servers with the right leader, and every answer given afterwards.
/start zk1 zk2 zk3
/await
/start zk4
/await
/start zk5
/await
/predict after-1 none
/predict after-2 none
/predict after-3 3
/predict after-4 3
/predict after-5 3
