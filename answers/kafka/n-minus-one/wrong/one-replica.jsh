// caught by: a-replica-on-each-broker
// Leaves the number of replicas to the brokers, and they make one.
kafka-topics --create --topic $one --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
