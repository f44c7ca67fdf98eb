package quorumbook.answers.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.answers.attack.Need.Degree;
import quorumbook.answers.attack.Sample.Standing;
import quorumbook.answers.attack.toy.Toy;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

class AttackTest {
    private static final Path SOURCES = Path.of(System.getProperty("quorumbook.home"), "answers/src/test/java");

    private final Given given = Given.from(1).done();
    private final List<Sample> answers = new ArrayList<>();

    @BeforeEach
    void write() {
        answers.add(new Sample("right", Standing.RIGHT, notes("first", "1", "second", "2")));
        answers.add(new Sample("another", Standing.WRONG, notes("first", "2", "second", "2")));
        answers.add(new Sample("one-alone", Standing.WRONG, notes("first", "1")));
    }

    private History notes(String... namesAndValues) {
        List<Event> notes = new ArrayList<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            notes.add(new Event.Noted(Instant.EPOCH, namesAndValues[at], namesAndValues[at + 1]));
        }
        return new History(given, notes);
    }

    private Need without(String words, boolean value) {
        return Attack.on(new Toy(), SOURCES, answers).clauses().stream()
                .filter(result -> result.clause().words().equals(words) && result.value() == value)
                .findFirst()
                .orElseThrow()
                .need();
    }

    @Test
    void namesTheWrongAnswerThatNeedsAClause() {
        assertThat(without("first.get().equals(\"1\")", true))
                .extracting(Need::degree, Need::sample)
                .containsExactly(Degree.WRONG_PASSES, "another");
        assertThat(without("history.noted(\"second\").isPresent()", true))
                .extracting(Need::degree, Need::sample)
                .containsExactly(Degree.WRONG_PASSES, "one-alone");
    }

    @Test
    void findsTheClauseThatNobodyMisses() {
        assertThat(without("first.get().length() < 9", true).degree()).isEqualTo(Degree.SURVIVED);
        assertThat(without("first.get().length() < 9", false).degree()).isEqualTo(Degree.RIGHT_REFUSED);
    }

    @Test
    void makesHistoriesThatLackEvidence() {
        Need need = without("first.isEmpty()", false);

        assertThat(need.degree()).isEqualTo(Degree.WORDS);
        assertThat(need.sample()).startsWith("right without");
    }

    @Test
    void aWholeCheckIsNeededByWhoPassesAllOthers() {
        assertThat(Attack.on(new Toy(), SOURCES, answers).checks())
                .singleElement()
                .extracting(each -> each.need().sample())
                .isEqualTo("another");
        answers.removeIf(answer -> answer.standing() == Standing.WRONG);
        assertThat(Attack.on(new Toy(), SOURCES, answers).checks())
                .singleElement()
                .extracting(each -> each.need().degree())
                .isEqualTo(Degree.SURVIVED);
    }

    @Test
    void conditionsOfLoopsAreNoClauses() {
        assertThat(Attack.on(new Toy(), SOURCES, answers).clauses())
                .extracting(result -> result.clause().words())
                .noneMatch(words -> words.contains("times"));
    }
}
