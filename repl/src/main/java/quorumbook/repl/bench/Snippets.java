package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
import quorumbook.labs.cluster.Progress;
import quorumbook.repl.engine.LearnerJava;
import quorumbook.repl.engine.Output;
import quorumbook.repl.engine.Settings;

/** A warm snippet in the learner's JVM, against JShell's own way of running a snippet in another JVM. */
final class Snippets implements Contest {
    private static final Figure SNIPPET =
            new Figure("snippet", "a warm snippet", Unit.MILLISECONDS, new Goal.Ratio(0.15));
    private static final int WARM_UPS = 30;
    private static final int EACH = 20;

    private Optional<LearnerJava> ours = Optional.empty();
    private Optional<JShell> other = Optional.empty();
    private int number;

    @Override
    public List<Figure> figures() {
        return List.of(SNIPPET);
    }

    @Override
    public String opponent() {
        return "JShell with its default remote engine, in the same workbook; mean of " + EACH + " snippets a run";
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) {
        ours = Optional.of(LearnerJava.open(Settings.of(List.of()), new Silence()));
        other = Optional.of(JShell.create());
        for (int i = 0; i < WARM_UPS; i++) {
            ours.get().evaluate(snippet());
            other.get().eval(snippet());
        }
    }

    private String snippet() {
        return "int x = 1 + " + number++ + ";";
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) {
        LearnerJava java = ours.orElseThrow();
        return each(() -> java.evaluate(snippet()));
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) {
        JShell shell = other.orElseThrow();
        return each(() -> shell.eval(snippet()));
    }

    private static Map<String, Double> each(Runnable work) {
        long begun = System.nanoTime();
        for (int i = 0; i < EACH; i++) {
            work.run();
        }
        return Map.of(SNIPPET.name(), Unit.MILLISECONDS.of(System.nanoTime() - begun) / EACH);
    }

    @Override
    public void close() {
        ours.ifPresent(LearnerJava::close);
        other.ifPresent(JShell::close);
    }

    private record Silence() implements Output {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }

        @Override
        public void event(String sentence) {}
    }
}
