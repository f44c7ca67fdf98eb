package quorumbook.repl.command;

import java.util.Locale;
import quorumbook.labs.observe.ServerSight;
import quorumbook.repl.page.Span;

/** What a server looks like in a word: for the status line, for {@code /cluster}. */
final class Sights {
    private Sights() {}

    static Span role(ServerSight sight) {
        String role = word(sight.role());
        switch (sight.role()) {
            case LEADER:
            case ACTIVE_CONTROLLER:
                return Span.strong(role);
            case DOWN:
                return Span.bad(role);
            case LOOKING:
            case SILENT:
                return Span.warning(role);
            default:
                return Span.plain(role);
        }
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
