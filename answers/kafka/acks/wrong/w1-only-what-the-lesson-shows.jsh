// caught by: topic-keeps-three-copies
// The lesson's commands are tried, the exercise is not touched.
kafka-topics --create --topic play --partitions 1 --replication-factor 3
kafka-topics --describe --topic play
