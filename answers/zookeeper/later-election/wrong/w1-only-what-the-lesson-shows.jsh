// caught by: third-server-led-before
// The lesson's commands are tried, the exercise is not touched.
/cluster
/logs zk4 100
/await
