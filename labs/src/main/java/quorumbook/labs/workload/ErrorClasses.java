package quorumbook.labs.workload;

import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import quorumbook.labs.history.Outcome;

/** Which errors say that nothing happened. Every other one says that nobody knows. */
public final class ErrorClasses {
    private static final Set<Code> REFUSALS = EnumSet.of(
            Code.NODEEXISTS,
            Code.NONODE,
            Code.BADVERSION,
            Code.NOTEMPTY,
            Code.NOAUTH,
            Code.NOCHILDRENFOREPHEMERALS,
            Code.INVALIDACL,
            Code.BADARGUMENTS,
            Code.UNIMPLEMENTED);

    private static final Set<Class<? extends Exception>> KAFKA_REFUSALS = Set.of(
            NotEnoughReplicasException.class,
            InvalidConfigurationException.class,
            InvalidTopicException.class,
            ProducerFencedException.class,
            RecordTooLargeException.class,
            SerializationException.class);

    private ErrorClasses() {}

    public static Outcome of(KeeperException e) {
        String error = name(e);
        return REFUSALS.contains(e.code()) ? new Outcome.Failed(error) : new Outcome.Unknown(error);
    }

    /** What the only attempt to send a record came to. A broker that refuses a second one may have kept the first. */
    public static Outcome ofOnlyAttempt(Exception e) {
        return KAFKA_REFUSALS.contains(e.getClass()) ? new Outcome.Failed(name(e)) : new Outcome.Unknown(name(e));
    }

    /** The words of the field: {@code NodeExists}, {@code TimeoutException}. */
    static String name(Exception e) {
        String name = e.getClass().getSimpleName();
        return e instanceof KeeperException ? name.replaceFirst("Exception$", "") : name;
    }
}
