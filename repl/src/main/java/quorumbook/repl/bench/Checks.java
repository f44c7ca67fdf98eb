package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Progress;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Conversation.Turn;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.CapturingScreen;

/** From {@code /check} to its verdict, with our answer done where it is installed, else with nothing done. */
final class Checks implements Contest {
    private static final double IMMEDIATELY = 0.3;
    private static final int WARM_UPS = 2;
    private static final long SEED = 1;

    private final Program program;
    private final Book book;
    private final LessonId lesson;
    private final Figure figure;
    private Optional<Desk> desk = Optional.empty();

    Checks(Program program, Book book, Lab lab) {
        this.program = program;
        this.book = book;
        this.lesson = LessonId.of(lab.id().toString());
        this.figure = new Figure(
                "check-" + lesson.name(), "/check to its verdict", Unit.SECONDS, new Goal.Below(IMMEDIATELY));
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) throws Exception {
        CapturingScreen screen = new CapturingScreen();
        Desk open =
                new Desk(book, screen, Optional.empty(), () -> SEED, program::clusters, Languages.of(program, screen));
        desk = Optional.of(open);
        open.open(lesson, SEED, 0);
        progress.phase("starting " + open.lab().cluster().describe());
        open.attempt();
        Dialogue dialogue = new Dialogue(open);
        progress.phase("doing the exercise");
        for (String input : Script.inputs(book.answer(lesson).orElse(""), dialogue)) {
            dialogue.submit(input);
        }
        for (int run = 0; run < WARM_UPS; run++) {
            ours(wanted);
        }
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) {
        Dialogue dialogue = new Dialogue(desk.orElseThrow());
        long begun = System.nanoTime();
        Turn turn = dialogue.submit("/check");
        double seconds = figure.unit().of(System.nanoTime() - begun);
        if (turn == Turn.LEAVE || desk.get().latestReport().isEmpty()) {
            throw new IllegalStateException("/check came to no verdict");
        }
        return Map.of(figure.name(), seconds);
    }

    @Override
    public void close() {
        desk.ifPresent(Desk::close);
    }
}
