// caught by: servers-started-in-order
// Another order is another experiment.
/predict after-1 none
/start zk5
/predict after-2 none
/start zk4
/predict after-3 none
