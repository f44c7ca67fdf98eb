package quorumbook.repl.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.lessons.LessonException;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Status;
import quorumbook.repl.page.Suggestion;

/** Gives each typed line to the command, the tool or the Java that it is meant for. */
public final class Dialogue implements Conversation {
    private static final Pattern ZK = Pattern.compile("zk\\s+(?!instanceof\\b)[A-Za-z].*", Pattern.DOTALL);
    private static final Pattern KAFKA = Pattern.compile("kafka-[a-z-]+(\\s.*)?", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("/[^/*].*", Pattern.DOTALL);

    private final Desk desk;
    private final Completing completing;
    private final Predicate<Command> allowed;
    private volatile Optional<Thread> busy = Optional.empty();

    public Dialogue(Desk desk) {
        this(desk, any -> true);
    }

    private Dialogue(Desk desk, Predicate<Command> allowed) {
        this.desk = desk;
        this.completing = new Completing(desk);
        this.allowed = allowed;
    }

    /**
     * For a submission that somebody else has written: it can neither turn to another exercise, nor read or write files of
     * whoever judges it.
     */
    public static Dialogue unattended(Desk desk) {
        return new Dialogue(desk, Allowed::toStrangers);
    }

    @Override
    public String prompt() {
        return desk.lesson().id().name() + "> ";
    }

    @Override
    public Optional<String> offered() {
        return desk.offered();
    }

    @Override
    public Language language(String input) {
        String text = input.strip();
        if (COMMAND.matcher(text).matches() || text.equals("/")) {
            return Language.COMMAND;
        }
        if (ZK.matcher(text).matches()) {
            return Language.ZK;
        }
        return KAFKA.matcher(text).matches() ? Language.KAFKA : Language.JAVA;
    }

    @Override
    public boolean isUnfinished(String input) {
        return language(input) == Language.JAVA
                && !input.isBlank()
                && desk.languages().isUnfinished(input);
    }

    @Override
    public Turn submit(String input) {
        if (input.isBlank()) {
            return Turn.DONE;
        }
        busy = Optional.of(Thread.currentThread());
        try {
            return answer(input.strip());
        } catch (InterruptedException e) {
            desk.screen().show(Page.of(Span.warning("Stopped.")));
            return Turn.FAILED;
        } catch (ClusterException | LessonException | IllegalArgumentException e) {
            desk.screen().show(Page.of(Span.bad(String.valueOf(e.getMessage()))));
            return Turn.FAILED;
        } catch (Exception e) {
            desk.screen().show(Page.of(Span.bad("That went wrong on our side: " + e + ". Please report it.")));
            return Turn.FAILED;
        } finally {
            busy = Optional.empty();
            Thread.interrupted();
            desk.screen().idle();
            desk.noteSessions();
        }
    }

    private Turn answer(String input) throws Exception {
        Language language = language(input);
        if (language == Language.COMMAND) {
            return command(input.substring(1));
        }
        Languages languages = desk.languages();
        if (book(input)) {
            desk.typed(input);
        }
        boolean worked;
        if (language == Language.JAVA) {
            if (desk.hasLab()) {
                desk.attempt();
            }
            worked = languages.java(input);
        } else {
            desk.attempt();
            String line = Submission.particular(input, desk.given().values());
            worked = language == Language.ZK ? languages.zk(line) : languages.kafka(line);
        }
        return worked ? Turn.DONE : Turn.FAILED;
    }

    private static boolean book(String input) {
        return !input.startsWith("//") || input.contains("\n");
    }

    private Turn command(String text) throws Exception {
        String name = new Words(text).first();
        Optional<Command> command = Commands.find(name);
        if (command.isEmpty()) {
            desk.screen().show(Reply.refused(Typos.unknown("/" + name, name)).page());
            return Turn.FAILED;
        }
        if (!allowed.test(command.get()) || !desk.languages().areTrusted() && !Allowed.toStrangers(command.get())) {
            desk.screen()
                    .show(Reply.refused("/" + command.get().name() + " is not done for a submission. It may use "
                                    + Allowed.names() + ".")
                            .page());
            return Turn.FAILED;
        }
        if (command.get().isPartOfSubmission()) {
            desk.typed("/" + text);
        } else {
            desk.taken("/" + text);
        }
        Reply reply = command.get().run(desk, new Words(new Words(text).rest()));
        if (!reply.page().isEmpty()) {
            desk.screen().show(reply.page());
        }
        return reply.scripts().isPresent() ? all(reply.scripts().get()) : reply.turn();
    }

    private Turn all(Reply.Scripts scripts) throws Exception {
        Turn turn = Turn.DONE;
        Optional<String> next = scripts.next();
        while (next.isPresent() && turn != Turn.LEAVE) {
            turn = script(next.get());
            // Each line of the script was busy for itself, and is over.
            busy = Optional.of(Thread.currentThread());
            next = turn == Turn.LEAVE ? Optional.empty() : scripts.next();
        }
        return turn;
    }

    /** Runs each input of a script; comes to failed if one of them failed. */
    private Turn script(String text) {
        Turn turn = Turn.DONE;
        for (String input : Script.inputs(text, this)) {
            Turn each = submit(input);
            if (each == Turn.LEAVE) {
                return each;
            }
            turn = each == Turn.FAILED ? each : turn;
        }
        return turn;
    }

    @Override
    public void interrupt() {
        if (!desk.languages().interrupt()) {
            busy.ifPresent(Thread::interrupt);
        }
    }

    @Override
    public List<Suggestion> complete(String input, int cursor) {
        return completing.of(input, cursor, language(input));
    }

    @Override
    public Optional<Page> explain(String input, int cursor) {
        if (language(input) == Language.JAVA) {
            return desk.languages().vocabulary().documentation(input, cursor);
        }
        if (language(input) == Language.COMMAND) {
            return Commands.find(new Words(input.strip().substring(1)).first()).map(HelpCommand::page);
        }
        return Optional.empty();
    }

    @Override
    public Status status() {
        return StatusLine.of(desk);
    }
}
