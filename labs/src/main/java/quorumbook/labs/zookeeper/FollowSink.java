package quorumbook.labs.zookeeper;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.program.Report;

/** Notes what a copy of {@code follow} reports, and knows whether it has come to the value written last. */
final class FollowSink implements Consumer<Report> {
    /** More than any program has to say in a trial: one that reports in a loop shall not fill our memory. */
    static final int MOST = 2_000;

    private final Recorder recorder;
    private final Set<String> written = new LinkedHashSet<>();
    private String newest = "";
    private String last = "";
    private int reports;

    FollowSink(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public synchronized void accept(Report report) {
        reports++;
        if (reports > MOST) {
            return;
        }
        if (report.what().equals(Followed.VALUE)) {
            last = report.value();
            recorder.note(at -> new Event.Noted(at, Followed.REPORTED, report.value()));
        } else {
            recorder.note(at -> new Event.Noted(at, Followed.OTHERWISE, report.what()));
        }
    }

    /** Takes a value that will be written next, unless it was written before. */
    synchronized boolean isNew(String value) {
        boolean isNew = written.add(value);
        if (isNew) {
            newest = value;
        }
        return isNew;
    }

    /** How many values were written, the first one among them. */
    synchronized int changes() {
        return written.size();
    }

    synchronized boolean hasNewest() {
        return last.equals(newest);
    }

    synchronized boolean isFull() {
        return reports > MOST;
    }
}
