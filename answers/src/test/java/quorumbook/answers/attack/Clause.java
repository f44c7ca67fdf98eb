package quorumbook.answers.attack;

/**
 * A condition in a check, no further divisible: {@code tree.isEmpty()} of {@code noted.isEmpty() || tree.isEmpty()}.
 *
 * @param file the source's name, {@code KindJudge.java}
 * @param occurrence the how-manieth of these words it is in its method, from 1
 */
public record Clause(String file, long line, String method, String words, int occurrence) {
    /** Where to look. */
    public String place() {
        return file + ":" + line;
    }

    /** Its name as long as nobody edits it: lines move, methods and words seldom. */
    public String name() {
        return file.replace(".java", "") + "." + method + " | " + words + (occurrence == 1 ? "" : " #" + occurrence);
    }
}
