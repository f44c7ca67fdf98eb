package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Standing;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Shows how far the learner has come. */
final class ProgressCommand implements Command {
    @Override
    public String name() {
        return "progress";
    }

    @Override
    public String usage() {
        return "/progress";
    }

    @Override
    public String about() {
        return "what you have done so far";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        List<List<Span>> rows = new ArrayList<>();
        int solved = 0;
        for (LessonId id : desk.book().syllabus().lessons()) {
            Optional<Standing.Lesson> lesson = desk.standing().lesson(id.toString());
            if (desk.book().lab(id).isEmpty()) {
                continue;
            }
            solved += lesson.filter(each -> each.mark() == Standing.Mark.PASSED).isPresent() ? 1 : 0;
            rows.add(List.of(
                    Span.code(id.toString()),
                    Marks.of(lesson),
                    Span.plain(
                            lesson.map(each -> Integer.toString(each.tries())).orElse("0")),
                    Span.plain(
                            lesson.map(each -> Integer.toString(each.hints())).orElse("0"))));
        }
        return Reply.done(Page.writing()
                .table(List.of("exercise", "", "checks", "hints"), rows)
                .line(Span.plain(solved + " of " + rows.size() + " solved."))
                .done());
    }
}
