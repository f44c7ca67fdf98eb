package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Lists the commands, or explains one. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "/help [COMMAND]";
    }

    @Override
    public String about() {
        return "every command; /help check explains one";
    }

    @Override
    public List<String> choices(Desk desk, Words before) {
        return before.isEmpty() ? Commands.all().stream().map(Command::name).toList() : List.of();
    }

    @Override
    public Reply run(Desk desk, Words words) {
        if (words.isEmpty()) {
            return Reply.done(everything());
        }
        String name = words.first().startsWith("/") ? words.first().substring(1) : words.first();
        Optional<Command> command = Commands.find(name);
        return command.map(each -> Reply.done(page(each)))
                .orElseGet(() -> Reply.refused(Typos.unknown(words.first(), name)));
    }

    private static Page everything() {
        List<List<Span>> rows = new ArrayList<>();
        Commands.all().forEach(command -> rows.add(List.of(Span.code(command.usage()), Span.plain(command.about()))));
        return Page.writing()
                .table(List.of(), rows)
                .line(
                        Span.code("zk …"),
                        Span.plain(" is ZooKeeper's shell, "),
                        Span.code("kafka-…"),
                        Span.plain(
                                " are Kafka's tools, anything else is Java. A unique beginning of a command is enough."))
                .done();
    }

    static Page page(Command command) {
        Page page = Page.writing()
                .indented(2, Span.code(command.usage()), Span.plain("  " + command.about()))
                .done();
        return command.more().isEmpty() ? page : page.then(Page.markdown(command.more()));
    }
}
