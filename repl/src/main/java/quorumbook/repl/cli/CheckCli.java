package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.PlainScreen;

/** Runs a submission on a fresh cluster and judges what it leaves. */
@Command(
        name = "check",
        description = "Run a submission on a fresh cluster and judge it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 pass, 1 fail, 2 unknown, 3 wrong usage, 4 trouble of the tool itself."})
final class CheckCli implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as zookeeper/tree; tree alone will do.")
    private String exercise = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The submission, a .jsh file as /save writes it; standard input if there is none.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Draw the names and values from this seed.")
    private Optional<Long> seed = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() throws Exception {
        Places folders = Places.ofThisUser();
        Book book = Book.in(folders.home());
        LessonId id = Exercises.named(exercise, book, spec);
        String submission = submission();
        long drawn = seed.orElseGet(System::nanoTime);
        Screen screen = PlainScreen.ofStandardStreams();
        try (Program program = Program.begin(folders, runtime.choice());
                Examiner examiner = new Examiner(book, program.clusters(), each -> Languages.of(program, each))) {
            screen.busy("starting " + book.lab(id).orElseThrow().cluster().describe());
            Examined examined = examiner.examine(id, submission, drawn);
            screen.idle();
            screen.stream(Screen.Stream.ERR, examined.transcript());
            examined.limits().forEach(limit -> screen.stream(Screen.Stream.ERR, limit + "\n"));
            screen.show(Verdicts.page(examined.report()));
            screen.show(Page.of(Span.faint("seed " + drawn)));
            return examined.report().outcome().exitCode();
        }
    }

    private String submission() {
        String name = file.map(Path::toString).orElse("standard input");
        try {
            byte[] bytes = file.isPresent() ? Files.readAllBytes(file.get()) : System.in.readAllBytes();
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Usage.wrong(spec, "The submission is not text in UTF-8: " + name + ".");
        } catch (NoSuchFileException e) {
            throw Usage.wrong(spec, "There is no file " + name + ".");
        } catch (IOException e) {
            throw Usage.wrong(spec, "Cannot read " + name + " (" + e.getMessage() + ").");
        }
    }
}
