package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in a project of its own, with a JDK and a Maven that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = "#!/bin/sh\nprintf '%s\\n' \"$@\" \"ryuk=$TESTCONTAINERS_RYUK_DISABLED\"\n";
    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>maven-calls
            mkdir -p repl/target/app/lib
            : >repl/target/app/lib/quorumbook-repl-1.jar
            echo lib/quorumbook-repl-1.jar:lib/b.jar:lib/a.jar >repl/target/app/class-path
            """;

    @TempDir
    Path temp;

    private Path project;
    private Path jdk;

    @BeforeEach
    void layAProjectThatIsBuilt() throws IOException {
        project = Files.createDirectories(temp.resolve("a project"));
        Files.copy(Path.of(System.getProperty("quorumbook.home"), "quorumbook"), project.resolve("quorumbook"));
        for (String module : List.of("lessons", "labs", "repl", "labs/servers/zookeeper")) {
            write(module + "/pom.xml", "");
        }
        write("pom.xml", "");
        write("repl/src/main/java/Main.java", "");
        write("repl/target/app/class-path", "lib/b.jar:lib/a.jar");
        write("repl/target/app/lib/quorumbook-repl-1.jar", "");
        write("repl/target/app/built", "");
        try (var files = Files.walk(project)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
        Files.setLastModifiedTime(
                project.resolve("repl/target/app/built"), FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        jdk = jdk("jdk", "17.0.9", "java.base jdk.compiler jdk.jshell");
        program(temp.resolve("maven/bin/mvn"), MAVEN);
    }

    @Test
    void startsWhatIsBuiltWithTheArgumentsAsTheyAre() throws Exception {
        Ended ended = run(Map.of(), "check", "two words", "*");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("quorumbook.repl.Main\ncheck\ntwo words\n*\n")
                .contains("-Dquorumbook.home=" + project.toRealPath());
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void listsTheJarsInTheOrderOfTheBuild() throws Exception {
        Path app = project.toRealPath().resolve("repl/target/app");

        assertThat(run(Map.of()).out())
                .contains(app + "/lib/quorumbook-repl-1.jar:" + app + "/lib/b.jar:" + app + "/lib/a.jar\n");
    }

    @Test
    void findsItsProjectThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(temp.resolve("first"), project.resolve("quorumbook"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), first.getFileName());

        assertThat(run(second, Map.of()).out()).contains("-Dquorumbook.home=" + project.toRealPath());
    }

    @Test
    void buildsWhenASourceIsNewer() throws Exception {
        write("repl/src/main/java/Main.java", "changed");
        Ended ended = run(Map.of());

        assertThat(ended.err()).contains("the sources have changed; building again", "built in");
        assertThat(ended.out()).contains("quorumbook.repl.Main");
        assertThat(Files.readString(project.resolve("maven-calls"))).startsWith("-o ");
        assertThat(run(Map.of()).err()).isEmpty();
    }

    @Test
    void buildsWhenASourceWasTakenAway() throws Exception {
        Files.delete(project.resolve("repl/src/main/java/Main.java"));

        assertThat(run(Map.of()).err()).contains("building again");
    }

    @Test
    void doesNotBuildForALessonOrATest() throws Exception {
        write("lessons/zookeeper/tree.md", "changed");
        write("repl/src/test/java/MainTest.java", "changed");

        assertThat(run(Map.of()).err()).isEmpty();
    }

    @Test
    void showsWhyABuildFailedAndWhereToReadMore() throws Exception {
        program(temp.resolve("maven/bin/mvn"), "#!/bin/sh\necho '[ERROR] Main.java:[3,1] no such thing'\nexit 1\n");
        write("pom.xml", "changed");
        Ended ended = run(Map.of());

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("the build failed", "Main.java:[3,1] no such thing", "build.log")
                .doesNotContain("network");
        assertThat(project.resolve("repl/target/building")).doesNotExist();
    }

    @Test
    void asksTheNetworkWhenTheLocalRepositoryIsNotEnough() throws Exception {
        program(
                temp.resolve("maven/bin/mvn"),
                MAVEN + "[ \"$1\" != -o ] || { echo '[ERROR] Cannot access central in offline mode'; exit 1; }\n");
        write("pom.xml", "changed");

        assertThat(run(Map.of()).status()).isZero();
        assertThat(Files.readAllLines(project.resolve("maven-calls"))).hasSize(2);
    }

    @Test
    void buildsOnceWhenStartedTwiceAtOnce() throws Exception {
        program(temp.resolve("maven/bin/mvn"), MAVEN + "sleep 1\n");
        Files.delete(project.resolve("repl/target/app/built"));
        Process one = start(project.resolve("quorumbook"), Map.of());
        Ended two = ended(start(project.resolve("quorumbook"), Map.of()));

        assertThat(ended(one).out()).contains("quorumbook.repl.Main");
        assertThat(two.out()).contains("quorumbook.repl.Main");
        assertThat(Files.readAllLines(project.resolve("maven-calls"))).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuilderThatDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        write("repl/target/building/pid", dead.pid() + "\n");
        write("pom.xml", "changed");

        assertThat(run(Map.of()).out()).contains("quorumbook.repl.Main");
    }

    @Test
    void refusesAnOldJavaAndSaysHowToGetANewOne() throws Exception {
        Path old = jdk("old", "1.8.0_402", "");
        Ended ended = run(Map.of("JAVA_HOME", old.toString(), "PATH", "/nowhere"));

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err())
                .contains("JAVA_HOME: " + old, "is Java 1.8.0_402; 17 or newer is needed", "apt install openjdk-17");
    }

    @Test
    void refusesARuntimeWithoutJshell() throws Exception {
        Path runtime = jdk("runtime", "21", "java.base java.logging");

        assertThat(run(Map.of("JAVA_HOME", runtime.toString(), "PATH", "/nowhere"))
                        .err())
                .contains("is a runtime without jdk.jshell");
    }

    @Test
    void takesTheJavaOnThePathWhenJavaHomeWillNotDo() throws Exception {
        Path old = jdk("old", "11.0.2", "");

        assertThat(run(Map.of("JAVA_HOME", old.toString())).out()).contains("quorumbook.repl.Main");
    }

    @Test
    void saysHowToGetMavenWhenItIsNeeded() throws Exception {
        write("pom.xml", "changed");
        Ended ended = run(Map.of("PATH", tools().toString(), "JAVA_HOME", jdk.toString()));

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("there is no 'mvn' on the PATH", "apt install maven");
    }

    @Test
    void leavesTheUsersChoiceOfReaperAlone() throws Exception {
        assertThat(run(Map.of("TESTCONTAINERS_RYUK_DISABLED", "false")).out()).contains("ryuk=false");
        assertThat(run(Map.of()).out()).contains("ryuk=true");
    }

    @Test
    void usesTheArchiveOfThisJdkAndNoOther() throws Exception {
        write("repl/target/app/17.0.9.jsa", "");
        write("repl/target/app/21.jsa", "");

        assertThat(run(Map.of()).out())
                .contains("-XX:SharedArchiveFile=" + project.toRealPath().resolve("repl/target/app/17.0.9.jsa"));
    }

    /** What the script needs of a system, without the Java and the Maven of this machine. */
    private Path tools() throws IOException {
        Path tools = temp.resolve("tools");
        for (String tool : List.of("find", "sed", "readlink", "mkdir", "cat", "date", "rm", "mv")) {
            program(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    private record Ended(int status, String out, String err) {}

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return run(project.resolve("quorumbook"), environment, arguments);
    }

    private Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        return ended(start(script, environment, arguments));
    }

    private Process start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TESTCONTAINERS_") || name.matches("(M2|MAVEN|JAVA)_HOME"));
        builder.environment().put("PATH", jdk + "/bin:" + temp.resolve("maven/bin") + ":/usr/bin:/bin");
        builder.environment().put("QUORUMBOOK_TRAINING", "off");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended ended(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private Path jdk(String name, String version, String modules) throws IOException {
        Path folder = temp.resolve(name);
        program(folder.resolve("bin/java"), JAVA);
        program(folder.resolve("bin/javac"), JAVA);
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
        return folder;
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
