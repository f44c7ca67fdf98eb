package quorumbook.repl.grade;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long one input of a submission may take: a minute, or what a line {@code // time limit: 5 s} says. */
final class TimeLimit {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Pattern WRITTEN = Pattern.compile("(?m)^//\\s*time limit:\\s*([0-9]{1,4})\\s*s\\s*$");

    private TimeLimit() {}

    static Duration of(String submission) {
        Matcher matcher = WRITTEN.matcher(submission);
        return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : USUAL;
    }
}
