// caught by: every-broker-runs
// Kills all at once and expects the same.
kafka-topics --create --topic $one --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
/kill kafka1 kafka2 kafka3
