// caught by: answers-were-sealed-in-time
// Five processes at once: who leads is a matter of luck, and nobody saw what three servers did.
/predict after-1 none
/predict after-2 none
/predict after-3 3
/predict after-4 3
/predict after-5 3
/start zk1 zk2 zk3 zk4 zk5
