// caught by: a-replica-on-each-broker
// Names are new in each attempt; these belong to another one.
kafka-topics --create --topic one-4f2a --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic two-4f2a --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
