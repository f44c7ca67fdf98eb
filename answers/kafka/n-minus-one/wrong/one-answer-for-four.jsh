// caught by: table-is-filled-in
// Answers for one number of dead brokers only.
kafka-topics --create --topic $one --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes
/predict writes-min-2 yes
/predict reads-min-1 yes
/predict reads-min-2 yes
/predict lost 0
