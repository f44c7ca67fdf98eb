package quorumbook.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt in a real terminal, with a pretended desk behind it. */
class InteractivePromptIT {
    private static final String STATE = "zookeeper/tree  ● zk1 leader  ● zk2 follower  ○ zk3 down";

    @TempDir
    Path folder;

    @BeforeAll
    static void aTerminalIsNeeded() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed: the prompt was not tried in a terminal");
    }

    @Test
    void emptyLineRunsWhatIsOffered() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of(), "-Doffered=zk ls /")) {
            tmux.seeRows("tree> zk ls / ⏎");
            tmux.press("Enter").seeRows("tree> zk ls /", "input 2 words: zk ls /", "tree>");
        }
    }

    @Test
    void whatIsOfferedGivesWayToWhatIsTyped() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of(), "-Doffered=zk ls /")) {
            tmux.seeRows("tree> zk ls / ⏎");
            tmux.type("echo").seeRows("tree> echo");
        }
    }

    @Test
    void javaContinuesUntilItIsCompleteAndIsRemembered() throws Exception {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("if (x) {")
                    .enter("y(); }")
                    .seeRows("tree> if (x) {", " ...> y(); }", "input 2 words: if (x) {⏎y(); }");
            tmux.enter("/exit").seeRows("bye");
            assertThat(Files.readString(folder.resolve("history"))).contains(":if (x) {\\ny(); }\n");
        }
    }

    @Test
    void damagedHistoryIsMendedAndNotMentioned() throws Exception {
        byte[] damaged = {'1', ':', 'o', 'l', 'd', '\n', '2', ':', (byte) 0xe4, (byte) 0xb8, '\n', 'x', '\n'};
        Files.write(folder.resolve("history"), damaged);
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("Quorumbook  a pretended desk", "tree>");
            tmux.press("Up", "Up").seeRows("tree> old");
        }
    }

    @Test
    void twoWorkbooksShareOneHistory() throws Exception {
        try (Tmux one = Tmux.pretended(folder, Map.of());
                Tmux two = Tmux.pretended(folder, Map.of())) {
            one.seeRows("tree>");
            two.seeRows("tree>");
            one.enter("echo one").seeRows("one", "tree>");
            two.enter("echo two").seeRows("two", "tree>");
            one.enter("echo three").seeRows("three", "tree>");
            one.press("C-d").seeRows("bye");
            two.press("C-d").seeRows("bye");
        }
        assertThat(Files.readAllLines(folder.resolve("history")))
                .extracting(line -> line.replaceFirst("^\\d+:", ""))
                .containsExactly("echo one", "echo two", "echo three");
    }

    @Test
    void terminalWithoutNativeLibraryStillHasAPrompt() {
        try (Tmux tmux = Tmux.pretended(
                folder, Map.of(), "-Dlibrary.jline.path=" + folder, "-Djava.io.tmpdir=" + folder.resolve("missing"))) {
            tmux.seeRows("tree>");
            tmux.enter("echo works").seeRows("tree> echo works", "works", "tree>");
        }
    }

    @Test
    void pastedBlockArrivesAsOne() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.paste("int a() {\n  return 1; }\necho no\n").seeRows(" ...> echo no", " ...>");
            tmux.press("Enter").seeRows("input 2 words: int a() {⏎  return 1; }⏎echo no");
        }
    }

    @Test
    void whatHappensIsPrintedAboveTheLineBeingTyped() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/happen").type("echo half").seeRows("! a watch fired: /app 变了", "tree> echo half");
            tmux.type(" way").press("Enter").seeRows("tree> echo half way", "half way");
        }
    }

    @Test
    void ctrlCStopsWhatRuns() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/slow").seeRows("tick 1");
            tmux.press("C-c").seeRows("^C", "stopped", "tree>");
        }
    }

    @Test
    void keysTypedAheadReachTheNextPrompt() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/busy").see("the spinner", screen -> screen.stream().anyMatch(row -> row.endsWith(" pulling")));
            tmux.enter("echo ahead").seeRows("✓ ready", "tree> echo ahead", "ahead");
        }
    }

    @Test
    void ctrlCClearsTheLineAndTwiceTellsHowToLeave() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.type("nonsense").seeRows("tree> nonsense");
            tmux.press("C-c").seeRows("tree> nonsense", "tree>");
            tmux.press("C-c", "C-c").seeRows("/exit or Ctrl-D leaves the workbook; your progress is kept");
            tmux.press("C-d").seeRows("bye");
        }
    }

    @Test
    void tabCompletesAndThenExplains() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.type("/c").press("Tab").seeRows("/check (does check)   /clock (does clock)");
            tmux.type("h").press("Tab").seeRows("tree> /check");
            tmux.press("BTab").seeRows("/check asks the judge", "tree> /check");
        }
    }

    @Test
    void programsCanBeAnswered() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/ask").seeRows("stdin>");
            tmux.enter("行 1").seeRows("stdin> 行 1", "got Optional[行 1]", "tree>");
        }
    }

    @Test
    void longPageIsTurnedByKeysAndAnyOtherKeyIsTyped() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/long").seeRows("-- 99 more: Space, Enter, q --");
            tmux.press("Enter").seeRows("-- 98 more: Space, Enter, q --");
            tmux.press("Space").seeRows("-- 76 more: Space, Enter, q --");
            tmux.enter("echo typed").seeRows("…", "tree> echo typed", "typed");
        }
    }

    @Test
    void stateAndLineStayInSightWhileTheWindowIsResized() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of(), "-Dticks=true")) {
            tmux.seeRows("tree>");
            for (int i = 0; i < 12; i++) {
                tmux.enter("echo line " + i);
            }
            tmux.enter("if {").type("being typed").seeRows("tree> if {", " ...> being typed");
            for (int[] size : new int[][] {{80, 23}, {80, 16}, {64, 12}, {80, 24}, {100, 31}, {60, 11}, {90, 20}}) {
                tmux.resize(size[0], size[1]);
                tmux.see("the line and the state at " + size[0] + "x" + size[1], screen -> isWhole(screen, size[1]));
            }
            tmux.resize(80, 8)
                    .see(
                            "only the line in a window of 8 rows",
                            screen -> screen.contains(" ...> being typed")
                                    && screen.stream().noneMatch(row -> row.startsWith("zookeeper/tree")));
            tmux.resize(80, 24).see("both again", screen -> isWhole(screen, 24));
            tmux.enter(" }").seeRows("input 2 words: if {⏎being typed }");
        }
    }

    private static boolean isWhole(List<String> screen, int rows) {
        int line = screen.indexOf(" ...> being typed");
        return screen.size() == rows
                && line > 0
                && line == screen.lastIndexOf(" ...> being typed")
                && screen.get(line - 1).equals("tree> if {")
                && screen.get(rows - 1).startsWith(STATE)
                && screen.subList(line + 1, rows - 1).stream().allMatch(String::isEmpty);
    }

    @Test
    void nothingIsColouredUnderNoColor() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of("NO_COLOR", "1"), "-Doffered=zk ls /")) {
            tmux.seeRows("Enter runs: zk ls /", "tree>");
            tmux.type("/c").press("Tab").seeRows("/check (does check)   /clock (does clock)");
            tmux.see("the state", screen -> screen.get(23).startsWith(STATE));
            assertThat(tmux.painted()).doesNotContainPattern("\u001b\\[(?:\\d+;)*(?:3[0-7]|9[0-7]|4[0-7])");
        }
    }

    @Test
    void dumbTerminalOnlyGetsLines() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of("TERM", "dumb"), "-Doffered=zk ls /")) {
            // A dumb terminal shows keys where they are typed, also if nobody has asked yet.
            tmux.seeRows("Enter runs: zk ls /", "tree>");
            tmux.press("Enter").seeRows("input 2 words: zk ls /", "tree>");
            tmux.enter("if {").seeRows("tree> if {", "  ...>");
            tmux.enter("}").seeRows("input 2 words: if {⏎}", "tree>");
            tmux.enter("/slow").seeRows("tick 1");
            tmux.press("C-c").seeRows("^C", "stopped", "tree>");
            tmux.press("C-d").seeRows("bye");
        }
    }

    @Test
    void accessibleScreenSaysInWordsWhatOthersDraw() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of("ACCESSIBLE", "1"))) {
            tmux.seeRows("tree>");
            assertThat(String.join("\n", tmux.screen()))
                    .contains("zookeeper/tree: up zk1 leader, up zk2 follower, down zk3 down");
            tmux.type("/c").press("Tab").seeRows("/check  does check", "/clock  does clock", "tree> /c");
            tmux.press("C-c").enter("/busy").seeRows("pulling ...", "starting 3/5 ...", "electing ...", "pass: ready");
        }
    }

    @Test
    void whatIsFollowedIsPaintedOverUntilAKeyIsPressed() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of())) {
            tmux.seeRows("tree>");
            tmux.enter("/follow")
                    .see(
                            "the last count",
                            screen -> screen.subList(0, 2).equals(List.of("two servers", "count 3"))
                                    && screen.get(23).equals("Any key ends this."));
            tmux.press("x").seeRows("tree> /follow", "two servers", "count 3", "followed", "tree>");
            tmux.see("the state", screen -> screen.get(23).startsWith(STATE));
            tmux.enter("/follow").see("a count", screen -> screen.get(1).startsWith("count"));
            tmux.press("C-c").see("the end", screen -> screen.indexOf("followed") < screen.lastIndexOf("followed"));
        }
    }

    @Test
    void whatIsFollowedOnADumbTerminalAddsWhatIsNew() {
        try (Tmux tmux = Tmux.pretended(folder, Map.of("TERM", "dumb"))) {
            tmux.seeRows("tree>");
            tmux.enter("/follow").seeRows("two servers", "count 1", "count 2", "count 3");
            tmux.press("C-c").seeRows("followed");
        }
    }
}
