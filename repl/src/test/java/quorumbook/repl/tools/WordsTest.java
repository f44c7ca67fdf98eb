package quorumbook.repl.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorumbook.lessons.Nearest;

final class WordsTest {
    @Test
    void readsALineAsZkCliDoes() {
        assertThat(Words.ofZk("create /app \"two words\" 'it is'"))
                .containsExactly("create", "/app", "two words", "it is");
        assertThat(Words.ofZk("  set /app {\"a\":1}  ")).containsExactly("set", "/app", "{\"a\":1}");
    }

    @Test
    void readsALineAsAShellDoes() {
        assertThat(Words.ofShell("kafka-topics --create --config 'a b'=c\"d e\" \\\n  --topic t\\ u \"\""))
                .containsExactly("kafka-topics", "--create", "--config", "a b=cd e", "--topic", "t u", "");
    }

    @Test
    void findsTheNearestNames() {
        assertThat(Nearest.of("creat", List.of("create", "get", "delete"))).startsWith("create");
        assertThat(Nearest.of("xyzzyxyzzy", List.of("create", "get"))).isEmpty();
    }

    @Test
    void addsTheBrokersWhereTheyAreMissing() {
        KafkaTool topics = KafkaTool.named("kafka-topics.sh").orElseThrow();
        assertThat(topics.addressed(List.of("--list"), "b:1")).containsExactly("--list", "--bootstrap-server", "b:1");
        assertThat(topics.addressed(List.of("--list", "--bootstrap-server=x:9"), "b:1"))
                .containsExactly("--list", "--bootstrap-server=x:9");
        assertThat(KafkaTool.named("kafka-metadata-quorum")
                        .orElseThrow()
                        .addressed(List.of("describe", "--status"), "b:1"))
                .containsExactly("--bootstrap-server", "b:1", "describe", "--status");
        assertThat(KafkaTool.named("kafka-dump-log").orElseThrow().addressed(List.of("--files", "f"), "b:1"))
                .containsExactly("--files", "f");
    }

    @Test
    void takesOurFramesOutOfAToolsStackTrace() {
        OwnFrames frames = new OwnFrames();
        assertThat(
                        frames.without("Error: x\n\tat tool.Main.main(M.java:1)\n\tat quorumbook.ag")
                                + frames.without(
                                        "ent.ToolTask.work(ToolTask.java:3)\n\tat java.base/java.lang.Thread.run(T.java)\nnext"))
                .isEqualTo("Error: x\n\tat tool.Main.main(M.java:1)\nnext");
    }
}
