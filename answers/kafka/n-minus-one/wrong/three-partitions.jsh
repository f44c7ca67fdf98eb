// caught by: a-replica-on-each-broker
// Three brokers, so three partitions: when one broker dies, each partition has a leader of its own to lose.
kafka-topics --create --topic $one --partitions 3 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
