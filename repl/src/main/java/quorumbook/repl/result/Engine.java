package quorumbook.repl.result;

/**
 * What judged.
 *
 * @param version of Quorumbook
 * @param zookeeper version of the ZooKeeper servers
 * @param kafka version of the brokers with KRaft
 * @param kafkaOnZooKeeper version of the brokers in ZooKeeper mode
 * @param runtime what the servers ran as: {@code processes} or {@code containers}
 * @param sandbox what the learner's code was locked in: {@code container}, or {@code none}
 * @param java the version of the JVM that judged
 */
public record Engine(
        String version,
        String zookeeper,
        String kafka,
        String kafkaOnZooKeeper,
        String runtime,
        String sandbox,
        String java) {}
