// caught by: each-copy-queues
// The lesson's commands are tried, the exercise is not touched.
zk create $locks/try
zk create -e -s $locks/try/n-
