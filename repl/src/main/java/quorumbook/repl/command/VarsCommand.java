package quorumbook.repl.command;

import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** Shows the given values and the Java variables. */
final class VarsCommand implements Command {
    @Override
    public String name() {
        return "vars";
    }

    @Override
    public String usage() {
        return "/vars";
    }

    @Override
    public String about() {
        return "the given values, and your Java variables";
    }

    @Override
    public Reply run(Desk desk, Words words) throws Exception {
        Page.Writing page = Page.writing();
        List<List<Span>> given = new ArrayList<>();
        desk.given().values().forEach((name, value) -> given.add(List.of(Span.code("$" + name), Span.plain(value))));
        page.table(List.of(), given);
        List<List<Span>> variables = new ArrayList<>();
        desk.languages()
                .variables()
                .forEach(each -> variables.add(
                        List.of(Span.faint(each.type()), Span.code(each.name()), Span.plain(each.value()))));
        page.table(List.of(), variables);
        boolean none = given.isEmpty() && variables.isEmpty();
        return Reply.done(
                none ? Page.of(Span.faint("No values are given here, and no variables defined yet.")) : page.done());
    }
}
