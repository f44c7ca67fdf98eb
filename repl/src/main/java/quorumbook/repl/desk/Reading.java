package quorumbook.repl.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.lessons.Block;
import quorumbook.lessons.Lesson;
import quorumbook.lessons.LessonId;

/** The lesson that is open, with the values of this attempt in its text, and how far it has been read. */
final class Reading {
    private final Lesson lesson;
    private final List<Step> steps;
    private int step;
    private int offer;

    Reading(Lesson lesson, Map<String, String> given, int step) {
        this.lesson = lesson.filledWith(given);
        this.steps = Step.of(this.lesson);
        this.step = Math.min(step, Math.max(steps.size() - 1, 0));
    }

    LessonId id() {
        return lesson.id();
    }

    Lesson lesson() {
        return lesson;
    }

    int step() {
        return step;
    }

    boolean isLast() {
        return step >= steps.size() - 1;
    }

    /** Turns to the next or an earlier step; tells whether there was one. */
    boolean turn(int by) {
        int wanted = step + by;
        if (wanted < 0 || wanted >= steps.size()) {
            return false;
        }
        step = wanted;
        offer = 0;
        return true;
    }

    /** The next line that the step offers; {@code /next} when it has no more, unless the lesson waits for its check. */
    Optional<String> offered() {
        List<String> offers = steps.isEmpty() ? List.of() : steps.get(step).offers();
        if (offer < offers.size()) {
            return Optional.of(offers.get(offer));
        }
        return offers.contains("/check") ? Optional.empty() : Optional.of("/next");
    }

    /** The offered line was run: the step goes on to its next. */
    void taken() {
        offer++;
    }

    /** The current step as Markdown, with its title if it is the first. */
    String text() {
        StringBuilder text = new StringBuilder(step == 0 ? "# " + lesson.title() + "\n\n" : "");
        if (!steps.isEmpty()) {
            steps.get(step).blocks().forEach(block -> text.append(markdown(block)));
        }
        return text.toString();
    }

    private static String markdown(Block block) {
        if (block instanceof Block.Prose prose) {
            return prose.markdown() + "\n\n";
        }
        if (block instanceof Block.Run run) {
            return "```" + run.language().word() + "\n" + run.source().strip() + "\n```\n\n";
        }
        if (block instanceof Block.Predict predict) {
            return predict.question().strip() + "\n\nAnswer with `/predict " + predict.id() + " …`\n\n";
        }
        return "";
    }
}
