package quorumbook.repl.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quorumbook.repl.engine.LearnerJava;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Suggestion;
import quorumbook.repl.page.Tone;
import quorumbook.repl.tools.KafkaTools;
import quorumbook.repl.tools.ZkTool;

/** What can be typed next in the three languages, as each of them knows it; runs nothing of it. */
public final class Vocabulary {
    private final Supplier<LearnerJava> java;
    private final ZkTool zk;
    private final KafkaTools kafka;

    /** @param java opens it if it is not open yet */
    Vocabulary(Supplier<LearnerJava> java, ZkTool zk, KafkaTools kafka) {
        this.java = java;
        this.zk = zk;
        this.kafka = kafka;
    }

    public List<Suggestion> java(String source, int cursor) {
        return java.get().complete(source, cursor).stream()
                .map(each -> new Suggestion(each.from(), each.text(), each.isFinal(), "", ""))
                .toList();
    }

    /** What the class or method at the cursor is for, if that is known. */
    public Optional<Page> documentation(String source, int cursor) {
        return java.get()
                .documentation(source, cursor)
                .map(text -> Page.writing().verbatim(Tone.PLAIN, text).done());
    }

    /** The commands of {@code zk}. */
    public Collection<String> zkCommands() {
        return zk.commands();
    }

    /** The flags of a {@code zk} command. */
    public List<String> zkFlags(String command) {
        return zk.flags(command);
    }

    /** The names of a znode's children, or none if the ensemble does not say within half a second. */
    public List<String> children(String path) {
        return zk.children(path);
    }

    /** The names of Kafka's tools. */
    public List<String> tools() {
        return kafka.names();
    }

    /** The options of one of Kafka's tools. */
    public List<String> toolOptions(String tool) {
        return kafka.options(tool);
    }
}
