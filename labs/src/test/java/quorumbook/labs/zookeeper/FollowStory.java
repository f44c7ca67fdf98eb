package quorumbook.labs.zookeeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.Waited;

/** The history of a trial of {@code follow}, told step by step. */
final class FollowStory {
    private static final String PATH = "/price-1";

    private final Given given;
    private final List<Event> events = new ArrayList<>();
    private long operations;
    private int values;

    FollowStory(Given given) {
        this.given = given;
        noted(Followed.TRIAL, PATH);
    }

    /** A trial in which everything went well up to the counting. */
    static FollowStory whole(Given given) {
        FollowStory story = new FollowStory(given).changed().reported().looked(Followed.AFTER_START, 1);
        story.changed().reported().looked(Followed.AFTER_BURST, 1);
        for (int gap = 0; gap < Followed.GAPS; gap++) {
            story.changed().reported().changed().reported().looked(Followed.AFTER_GAP, 1);
        }
        for (int burst = 1; burst < Followed.BURSTS; burst++) {
            story.changed().changed().reported().looked(Followed.AFTER_BURST, 1);
        }
        return story;
    }

    String newest() {
        return "1." + values;
    }

    /** The next value is written. */
    FollowStory changed() {
        values++;
        operations++;
        Request request = values == 1 ? Request.create(PATH, newest()) : Request.set(PATH, newest());
        events.add(new Event.Invoked(Instant.EPOCH, operations, Followed.WRITER, request));
        events.add(new Event.Ended(Instant.EPOCH, operations, Outcome.ok()));
        return this;
    }

    /** The newest value is reported. */
    FollowStory reported() {
        return reported(newest());
    }

    FollowStory reported(String value) {
        return noted(Followed.REPORTED, value);
    }

    FollowStory looked(String when, int watches) {
        return noted(when, Integer.toString(watches));
    }

    /** A look that came because nothing else did. */
    FollowStory lookedInVain(String when, int watches, Waited waited) {
        events.add(new Event.Noted(Instant.EPOCH, when, Integer.toString(watches), Optional.of(waited)));
        return this;
    }

    FollowStory counted(long requests, long reads, long notifications, long inSilence) {
        return noted(Followed.REQUESTS, Long.toString(requests))
                .noted(Followed.READS, Long.toString(reads))
                .noted(Followed.NOTIFICATIONS, Long.toString(notifications))
                .noted(Followed.IN_SILENCE, Long.toString(inSilence));
    }

    FollowStory noted(String name, String value) {
        events.add(new Event.Noted(Instant.EPOCH, name, value));
        return this;
    }

    History history() {
        return new History(given, events);
    }
}
