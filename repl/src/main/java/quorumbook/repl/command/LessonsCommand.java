package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import quorumbook.lessons.LessonId;
import quorumbook.lessons.Syllabus;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Lists the lessons in their order with what became of each. */
final class LessonsCommand implements Command {
    @Override
    public String name() {
        return "lessons";
    }

    @Override
    public String usage() {
        return "/lessons";
    }

    @Override
    public String about() {
        return "all lessons, and which ones you have solved";
    }

    private static List<Span> row(Desk desk, LessonId id) {
        boolean open = desk.lesson().id().equals(id);
        Span name = open ? Span.strong(id.name()) : Span.code(id.name());
        return List.of(
                Marks.of(desk.standing().lesson(id.toString())),
                name,
                Span.plain(desk.book().title(id)));
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Page.Writing page = Page.writing();
        for (Syllabus.Track track : desk.book().syllabus().tracks()) {
            page.line(Span.title(track.title()));
            List<List<Span>> rows = new ArrayList<>();
            track.lessons().forEach(id -> rows.add(row(desk, id)));
            page.table(List.of(), rows);
        }
        return Reply.done(page.line(Span.faint("/goto NAME opens one.")).done());
    }
}
