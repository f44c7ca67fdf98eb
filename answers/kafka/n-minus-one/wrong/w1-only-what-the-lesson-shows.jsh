// caught by: a-replica-on-each-broker
// The lesson's topics are made, those of the exercise are not.
kafka-topics --create --topic alone
kafka-topics --create --topic safe --partitions 1 --replication-factor 3
