package quorumbook.repl.cli;

import quorumbook.labs.cluster.config.Versions;
import quorumbook.repl.desk.Program;
import quorumbook.repl.result.Engine;

/** What judges here, for the results. */
final class Engines {
    private Engines() {}

    /** @param sandbox what the learner's code is locked in */
    static Engine of(Program program, String sandbox) {
        Versions built = Versions.built();
        return new Engine(
                Version.own(),
                built.zookeeper(),
                built.kafka(),
                built.kafkaOnZooKeeper(),
                program.chosen().backend().name(),
                sandbox,
                Runtime.version().toString());
    }
}
