// caught by: controller-was-killed
// The lesson's commands are tried, the exercise is not touched.
zk get -s /controller
zk get -s /brokers/ids/2
zk get /controller_epoch
kafka-topics --describe --topic $topic
