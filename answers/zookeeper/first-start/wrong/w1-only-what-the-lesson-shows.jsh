// caught by: servers-started-in-order
// The lesson's commands are tried, the exercise is not touched.
/cluster
/logs zk1 100
/await
