package quorumbook.labs.kafka;

import quorumbook.labs.history.Event;

/** The topic at the moment when an answer was sealed: what was in its log then, and what came later. */
record Moment(Event.Predicted sealed) {
    static final String TOPIC_ID = "topic-id";
    static final String PARTITIONS = "partitions";
    static final String END = "end-of-";

    int partitions() {
        return Integer.parseInt(sealed.situation().getOrDefault(PARTITIONS, "0"));
    }

    /** Whether it was this very topic: one that was deleted and created again bears the same name only. */
    boolean isOf(Event.TopicSeen topic) {
        return topic.id().equals(sealed.situation().get(TOPIC_ID));
    }

    /** Whether the entry was there already. */
    boolean hadSeen(Event.TopicSeen topic, Event.LogEntry entry) {
        long end = Long.parseLong(sealed.situation().getOrDefault(END + entry.partition(), "0"));
        return isOf(topic) && entry.offset() < end;
    }
}
