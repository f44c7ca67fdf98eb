package quorumbook.answers;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

final class UseNoClient extends ArchCondition<JavaMethod> {
    private static final List<String> CLIENTS = List.of(
            "org.apache.zookeeper.",
            "org.apache.kafka.",
            "org.testcontainers.",
            "java.net.",
            "quorumbook.labs.cluster.Cluster");

    UseNoClient() {
        super("use no client, socket or cluster");
    }

    @Override
    public void check(JavaMethod judge, ConditionEvents events) {
        for (JavaAccess<?> access : judge.getAccessesFromSelf()) {
            String target = access.getTargetOwner().getFullName();
            boolean client = CLIENTS.stream()
                    .anyMatch(name -> name.endsWith(".") ? target.startsWith(name) : target.equals(name));
            events.add(new SimpleConditionEvent(judge, !client, access.getDescription()));
        }
    }
}
