package quorumbook.repl.command;

import java.util.List;
import java.util.Optional;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Desk;

/** Opens a lesson by its name. */
final class GotoCommand implements Command {
    @Override
    public String name() {
        return "goto";
    }

    @Override
    public String usage() {
        return "/goto LESSON";
    }

    @Override
    public String about() {
        return "open a lesson: /goto tree";
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return desk.book().syllabus().lessons().stream().map(LessonId::toString).toList();
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        if (words.isEmpty()) {
            return Reply.refused("Which lesson? /lessons lists them, /goto tree opens one.");
        }
        Optional<LessonId> found = desk.book().syllabus().find(words.first());
        if (found.isPresent()) {
            return Reply.done(desk.open(found.get()));
        }
        List<LessonId> near = desk.book().syllabus().nearest(words.first());
        String meant = near.isEmpty() ? "" : " Did you mean " + near.get(0) + "?";
        return Reply.refused("There is no lesson '" + words.first() + "'." + meant + " /lessons lists them.");
    }
}
