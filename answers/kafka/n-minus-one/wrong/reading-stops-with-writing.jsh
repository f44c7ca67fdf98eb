// caught by: table-is-as-foretold
// Believes that the minimum holds for reading too.
kafka-topics --create --topic $one --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes no no
/predict lost 0
