package quorumbook.labs.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ZooKeeper server says in its server log of its elections since its process was last started. A server notifies
 * itself of its own vote as it notifies the others, so its votes are what stands there under its own number
 * (FastLeaderElection of ZooKeeper 3.9).
 *
 * @param ballots its votes, oldest first
 * @param joinings when it had everything that its leader had
 * @param earlierReigns the reigns of processes before, as far as the log goes back
 */
public record ElectionLog(List<Ballot> ballots, List<Reign> reigns, List<Joining> joinings, List<Reign> earlierReigns) {
    private static final String STARTED = "QuorumPeerMain - Starting quorum peer";
    private static final Pattern VOTE = Pattern.compile(
            "^(\\S+) .*Notification: my state:\\w+; n\\.sid:(\\d+), n\\.state:LOOKING, n\\.leader:(\\d{1,9}), "
                    + "n\\.round:0x(\\p{XDigit}+), n\\.peerEpoch:0x(\\p{XDigit}+), n\\.zxid:0x(\\p{XDigit}+).*");
    private static final Pattern QUORUM = Pattern.compile(
            "^(\\S+) .*Have quorum of supporters, sids: .*setting last processed zxid: 0x(\\p{XDigit}+).*");
    private static final Pattern JOINED =
            Pattern.compile("^(\\S+) .*Sent NEWLEADER ack to leader with zxid (\\p{XDigit}+).*");

    public ElectionLog {
        ballots = List.copyOf(ballots);
        reigns = List.copyOf(reigns);
        joinings = List.copyOf(joinings);
        earlierReigns = List.copyOf(earlierReigns);
    }

    /**
     * A vote that the server gave; the same vote sent again is the same ballot.
     *
     * @param round the server's count of elections since it was started
     * @param leader the number of the server that it votes for
     * @param zxid the last transaction of that server, as far as the voter knows
     * @param epoch the epoch in which that server was last
     */
    public record Ballot(Instant at, long round, int leader, Zxid zxid, long epoch) {
        private boolean equalsExceptTime(Ballot other) {
            return equals(new Ballot(at, other.round, other.leader, other.zxid, other.epoch));
        }
    }

    /** The server had a majority behind it, and began to lead in that epoch. */
    public record Reign(Instant at, long epoch) {}

    /** The server had caught up with the leader of that epoch, and told it so. */
    public record Joining(Instant at, long epoch) {}

    /**
     * Reads the server log of server {@code sid}, as it was at the moment {@code now}: its lines bear the time, not the day.
     */
    public static ElectionLog of(int sid, List<String> lines, Instant now) {
        int start = start(lines);
        List<String> last = lines.subList(start, lines.size());
        List<Ballot> ballots = new ArrayList<>();
        for (String line : last) {
            Matcher vote = VOTE.matcher(line);
            if (vote.matches() && Integer.parseInt(vote.group(2)) == sid) {
                add(ballots, ballot(vote, LogTime.moment(vote.group(1), now)));
            }
        }
        return new ElectionLog(
                ballots,
                epochs(QUORUM, last, now, Reign::new),
                epochs(JOINED, last, now, Joining::new),
                epochs(QUORUM, lines.subList(0, start), now, Reign::new));
    }

    /** The same of each process that the log goes back to, oldest first; what is before the first of them is left out. */
    public static List<ElectionLog> ofEach(int sid, List<String> lines, Instant now) {
        List<ElectionLog> logs = new ArrayList<>();
        int begin = -1;
        for (int at = 0; at <= lines.size(); at++) {
            if (at == lines.size() || lines.get(at).contains(STARTED)) {
                if (begin >= 0) {
                    logs.add(of(sid, lines.subList(begin, at), now));
                }
                begin = at;
            }
        }
        return logs;
    }

    private static <T> List<T> epochs(
            Pattern pattern, List<String> lines, Instant now, BiFunction<Instant, Long, T> made) {
        List<T> found = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                long epoch = zxid(matcher.group(2)).epoch();
                found.add(made.apply(LogTime.moment(matcher.group(1), now), epoch));
            }
        }
        return found;
    }

    /** Where the last process begins; the end if nothing says so. */
    private static int start(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).contains(STARTED)) {
                return at;
            }
        }
        return lines.size();
    }

    private static void add(List<Ballot> ballots, Ballot next) {
        boolean sentAgain =
                !ballots.isEmpty() && ballots.get(ballots.size() - 1).equalsExceptTime(next);
        if (!sentAgain) {
            ballots.add(next);
        }
    }

    private static Ballot ballot(Matcher vote, Instant at) {
        return new Ballot(
                at,
                Long.parseUnsignedLong(vote.group(4), 16),
                Integer.parseInt(vote.group(3)),
                zxid(vote.group(6)),
                Long.parseUnsignedLong(vote.group(5), 16));
    }

    private static Zxid zxid(String hex) {
        return Zxid.of(Long.parseUnsignedLong(hex, 16));
    }
}
