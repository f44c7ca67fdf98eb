package quorumbook.repl.command;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.repl.desk.Desk;

/** The topics that there are, for whoever types the name of one. */
final class Topics {
    private static final long PATIENCE_MILLIS = 400;

    private Topics() {}

    /** Sorted; none if the brokers do not say within 0.4 s. */
    static List<String> of(Desk desk) {
        return desk.attemptNow()
                .filter(attempt -> !attempt.cluster().bootstrapServers().isEmpty())
                .map(Topics::of)
                .orElse(List.of());
    }

    private static List<String> of(Attempt attempt) {
        try {
            return attempt.bench().admin().listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).stream()
                    .sorted()
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ClusterException | ExecutionException | TimeoutException e) {
            return List.of();
        }
    }
}
