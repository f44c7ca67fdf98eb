package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

class TreeTest {
    private static final Instant NOW = Instant.EPOCH;
    private final Given given = new Tree().given(7);
    private final String root = given.value("root");
    private final String stock = root + "/" + given.value("stock");
    private final String apples = stock + "/" + given.value("apples");
    private final String pears = stock + "/" + given.value("pears");
    private final String old = root + "/" + given.value("old");
    private final String crates = given.value("crates");

    @Test
    void theSameSeedGivesTheSameValuesAndAnotherSeedOthers() {
        assertThat(new Tree().given(7)).isEqualTo(given);
        assertThat(new Tree().given(8).values()).isNotEqualTo(given.values());
    }

    @Test
    void acceptsTheGoal() {
        History history = seen(goal());

        assertThat(new Tree().checks())
                .allSatisfy(check -> assertThat(check.judge().apply(history)).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void cannotTellAnythingWithoutALook() {
        History history = new History(given, List.of(new Event.Noted(NOW, Tree.ROOT_CZXID, "5")));

        assertThat(new Tree().checks())
                .allSatisfy(check -> assertThat(check.judge().apply(history)).isInstanceOf(Verdict.Unknown.class));
    }

    @Test
    void cannotTellWhetherTheRootWasKeptIfNobodyNotedTheFirst() {
        History history = new History(given, List.of(new Event.TreeSeen(NOW, root, Arrays.asList(goal()))));

        assertThat(Tree.rootWasKept(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void refusesARootThatWasCreatedAgain() {
        Znode[] goal = goal();
        goal[0] = new Znode(root, "open", 40, 40, 44, 0, 3, 0, 0);

        assertThat(fail(Tree.rootWasKept(seen(goal))).actual()).contains("0x28", "created again");
    }

    @Test
    void refusesAMissingRoot() {
        assertThat(fail(Tree.rootWasKept(seen())).actual()).contains("/reset");
    }

    @Test
    void namesWhatIsLeftOfTheOldBranch() {
        assertThat(fail(Tree.oldBranchIsGone(with(plain(old, "", 6), plain(old + "/2019", "", 7))))
                        .actual())
                .contains(old + "/2019");
    }

    @Test
    void aLeftOldBranchIsNoExtraZnode() {
        assertThat(Tree.treeHasItsZnodes(with(plain(old, "", 6)))).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void refusesAMissingZnode() {
        assertThat(fail(Tree.treeHasItsZnodes(seen(goal()[0], goal()[1], goal()[2])))
                        .actual())
                .isEqualTo("missing: " + pears);
    }

    @Test
    void refusesAnExtraZnode() {
        assertThat(fail(Tree.treeHasItsZnodes(with(plain(pears + "/x", "", 20))))
                        .actual())
                .isEqualTo("not in the table: " + pears + "/x");
    }

    @Test
    void explainsABlankAtTheEndOfAName() {
        History history = seen(goal()[0], goal()[1], goal()[2], plain(pears + " ", given.value("pearcount"), 13));

        assertThat(fail(Tree.treeHasItsZnodes(history)).actual()).contains("␣", "blank");
    }

    @Test
    void explainsABlankInTheMiddleOfAPath() {
        String wrong = root + "/" + given.value("stock") + " /" + given.value("pears");
        History history = seen(goal()[0], goal()[1], goal()[2], plain(wrong, given.value("pearcount"), 13));

        assertThat(fail(Tree.treeHasItsZnodes(history)).actual()).contains("blank");
    }

    @Test
    void explainsQuotationMarksInData() {
        History history = seen(goal()[0], set(stock, "\"" + crates + "\""), goal()[2], goal()[3]);

        assertThat(fail(Tree.valuesAreExact(history)).actual()).contains("quotation marks");
    }

    @Test
    void explainsALineEndInData() {
        History history = seen(goal()[0], set(stock, crates + "\n"), goal()[2], goal()[3]);

        assertThat(fail(Tree.valuesAreExact(history)).actual()).contains("\\n", "line end");
    }

    @Test
    void explainsAValueCutAtItsBlank() {
        History history = seen(goal()[0], set(stock, crates.replace(" crates", "")), goal()[2], goal()[3]);

        assertThat(fail(Tree.valuesAreExact(history)).actual()).contains("cut at the blank");
    }

    @Test
    void explainsANameInPlaceOfItsValue() {
        History history = seen(goal()[0], goal()[1], plain(apples, "$applecount", 12), goal()[3]);

        assertThat(fail(Tree.valuesAreExact(history)).actual()).contains("name of the value");
    }

    @Test
    void refusesAnotherValueAtTheRoot() {
        History history = seen(plain(root, "closed", 5), goal()[1], goal()[2], goal()[3]);

        assertThat(fail(Tree.valuesAreExact(history)).expected()).contains(root + " holds [open]");
    }

    @Test
    void refusesAValueThatWasThereFromTheBeginning() {
        History history = seen(goal()[0], plain(stock, crates, 11), goal()[2], goal()[3]);

        assertThat(fail(Tree.stockWasSetLater(history)).actual()).contains("dataVersion 0");
    }

    @Test
    void refusesAnEphemeralLeaf() {
        Znode ephemeral = new Znode(pears, given.value("pearcount"), 13, 13, 13, 0, 0, 0, 0x1001L);

        assertThat(fail(Tree.arePersistent(seen(goal()[0], goal()[1], goal()[2], ephemeral)))
                        .actual())
                .contains("0x1001");
    }

    private Znode[] goal() {
        return new Znode[] {
            plain(root, "open", 5),
            set(stock, crates),
            plain(apples, given.value("applecount"), 12),
            plain(pears, given.value("pearcount"), 13)
        };
    }

    private static Znode plain(String path, String data, long czxid) {
        return new Znode(path, data, czxid, czxid, czxid, 0, 0, 0, 0);
    }

    private static Znode set(String path, String data) {
        return new Znode(path, data, 11, 14, 13, 1, 2, 0, 0);
    }

    private History with(Znode... more) {
        List<Znode> all = new ArrayList<>(Arrays.asList(goal()));
        all.addAll(Arrays.asList(more));
        return seen(all.toArray(Znode[]::new));
    }

    private History seen(Znode... znodes) {
        return new History(
                given,
                List.of(
                        new Event.Noted(NOW, Tree.ROOT_CZXID, "5"),
                        new Event.TreeSeen(NOW, root, Arrays.asList(znodes))));
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
