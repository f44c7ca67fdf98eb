package quorumbook.repl.cli;

import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.desk.Station;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;

/** {@code --sandbox} and {@code --trust}: in what a learner's code is locked. */
final class SandboxOption {
    private static final String CONTAINER = "container";
    private static final String NONE = "none";
    private static final String GIVEN_UP =
            "Submissions run without a sandbox: their code can do here whatever you can, such as read your files, use the"
                    + " network, and reach the servers of others who are graded.";

    @Option(
            names = "--sandbox",
            paramLabel = "container|none",
            description = "What a learner's code is locked in (default: container). none needs --trust.")
    private Optional<String> word = Optional.empty();

    @Option(names = "--trust", description = "Run the code of the submissions as if it were yours, without a sandbox.")
    private boolean trusts;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** {@code container} or {@code none}, or wrong usage. */
    String word() {
        String wanted = word.orElse(trusts ? NONE : CONTAINER);
        if (!wanted.equals(NONE) && !wanted.equals(CONTAINER)) {
            throw Usage.wrong(spec, "--sandbox takes container or none, not '" + wanted + "'.");
        }
        if (wanted.equals(NONE) && !trusts) {
            throw Usage.wrong(
                    spec,
                    "Without a sandbox the code of a submission can do here whatever you can. Say --trust if that is"
                            + " what you want.");
        }
        return wanted;
    }

    boolean isContainer() {
        return word().equals(CONTAINER);
    }

    /** Sees to it that there is a sandbox if one is wanted; says what is given up if none is. */
    void require(Program program, Screen screen) {
        if (isContainer()) {
            Languages.sandboxed(program, screen).close();
        } else {
            screen.show(Page.of(Span.warning(GIVEN_UP)));
        }
    }

    /** The three languages of one submission. */
    BiFunction<Station, Screen, Languages> languages(Program program) {
        return isContainer()
                ? (station, screen) -> Languages.sandboxed(program, screen)
                : (station, screen) -> Languages.of(program, station, screen);
    }

    /** Why that exercise cannot be judged so, if it cannot. */
    Optional<String> refusal(Book book, LessonId exercise) {
        return isContainer() ? Languages.sandboxRefusal(book.lab(exercise).orElseThrow()) : Optional.empty();
    }
}
