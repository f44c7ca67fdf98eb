package quorumbook.lessons;

import java.util.List;
import java.util.Map;

/** A piece of a lesson, in reading order. */
public sealed interface Block {
    /** The line of the lesson's file that the block begins at, counted from 1. */
    int line();

    /** The same block with {@code ${name}} replaced by the values of an attempt. */
    Block filledWith(Map<String, String> values);

    /** What the author wrote in it, without the fence. */
    List<String> texts();

    /** Text to read: Markdown with headings, tables, lists, links and code that is only shown. */
    record Prose(String markdown, int line) implements Block {
        @Override
        public Prose filledWith(Map<String, String> values) {
            return new Prose(Placeholders.fill(markdown, values), line);
        }

        @Override
        public List<String> texts() {
            return List.of(markdown);
        }
    }

    /** Something to type, offered at the prompt and executed by the build, so that the text cannot rot. */
    record Run(Language language, String source, int line) implements Block {
        @Override
        public Run filledWith(Map<String, String> values) {
            return new Run(language, Placeholders.fill(source, values), line);
        }

        @Override
        public List<String> texts() {
            return List.of(source);
        }
    }

    /** A question asked before the experiment; the answer is sealed, then the real cluster decides. */
    record Predict(String id, String question, int line) implements Block {
        @Override
        public Predict filledWith(Map<String, String> values) {
            return new Predict(id, Placeholders.fill(question, values), line);
        }

        @Override
        public List<String> texts() {
            return List.of(question);
        }
    }

    /** The hints of one check, from "look where" to "nearly there"; shown one by one, on demand, never with the text. */
    record CheckHints(String check, List<String> rungs, int line) implements Block {
        public CheckHints {
            rungs = List.copyOf(rungs);
        }

        @Override
        public CheckHints filledWith(Map<String, String> values) {
            return new CheckHints(
                    check,
                    rungs.stream().map(rung -> Placeholders.fill(rung, values)).toList(),
                    line);
        }

        @Override
        public List<String> texts() {
            return rungs;
        }
    }

    /** What a {@link Run} block is written in; its fence begins with {@link #word()}. */
    enum Language {
        ZK,
        KAFKA,
        JAVA,
        /** A command of the workbook itself, such as {@code /cluster}. */
        COMMAND;

        /** The word in the fence's first line: {@code zk}, {@code kafka}, {@code java}, {@code command}. */
        public String word() {
            return switch (this) {
                case ZK -> "zk";
                case KAFKA -> "kafka";
                case JAVA -> "java";
                case COMMAND -> "command";
            };
        }
    }
}
