package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in a project of its own, with a JDK and a Maven that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path temp;

    private LaunchedProject project;

    @BeforeEach
    void layAProjectThatIsBuilt() throws IOException {
        project = LaunchedProject.in(temp);
    }

    @Test
    void startsWhatIsBuiltWithTheArgumentsAsTheyAre() throws Exception {
        LaunchedProject.Ended ended = project.run(Map.of(), "check", "two words", "*");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("quorumbook.repl.Main\ncheck\ntwo words\n*\n")
                .contains("-Dquorumbook.home=" + project.folder().toRealPath());
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void listsTheJarsInTheOrderOfTheBuild() throws Exception {
        Path app = project.folder().toRealPath().resolve("repl/target/app");

        assertThat(project.run(Map.of()).out())
                .contains(app + "/lib/quorumbook-repl-1.jar:" + app + "/lib/b.jar:" + app + "/lib/a.jar\n");
    }

    @Test
    void findsItsProjectThroughLinks() throws Exception {
        Path first =
                Files.createSymbolicLink(temp.resolve("first"), project.folder().resolve("quorumbook"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), first.getFileName());

        assertThat(project.run(second, Map.of()).out())
                .contains("-Dquorumbook.home=" + project.folder().toRealPath());
    }

    @Test
    void buildsWhenASourceIsNewer() throws Exception {
        project.write("repl/src/main/java/Main.java", "changed");
        LaunchedProject.Ended ended = project.run(Map.of());

        assertThat(ended.err()).contains("the sources have changed; building again", "built in");
        assertThat(ended.out()).contains("quorumbook.repl.Main");
        assertThat(Files.readString(project.folder().resolve("maven-calls"))).startsWith("-o ");
        assertThat(project.run(Map.of()).err()).isEmpty();
    }

    @Test
    void buildsWhenASourceWasTakenAway() throws Exception {
        Files.delete(project.folder().resolve("repl/src/main/java/Main.java"));

        assertThat(project.run(Map.of()).err()).contains("building again");
    }

    @Test
    void doesNotBuildForALessonOrATest() throws Exception {
        project.write("lessons/zookeeper/tree.md", "changed");
        project.write("repl/src/test/java/MainTest.java", "changed");

        assertThat(project.run(Map.of()).err()).isEmpty();
    }

    @Test
    void showsWhyABuildFailedAndWhereToReadMore() throws Exception {
        LaunchedProject.program(
                temp.resolve("maven/bin/mvn"), "#!/bin/sh\necho '[ERROR] Main.java:[3,1] no such thing'\nexit 1\n");
        project.write("pom.xml", "changed");
        LaunchedProject.Ended ended = project.run(Map.of());

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("the build failed", "Main.java:[3,1] no such thing", "build.log")
                .doesNotContain("network");
        assertThat(project.folder().resolve("repl/target/building")).doesNotExist();
    }

    @Test
    void asksTheNetworkWhenTheLocalRepositoryIsNotEnough() throws Exception {
        LaunchedProject.program(
                temp.resolve("maven/bin/mvn"),
                LaunchedProject.MAVEN
                        + "[ \"$1\" != -o ] || { echo '[ERROR] Cannot access central in offline mode'; exit 1; }\n");
        project.write("pom.xml", "changed");

        assertThat(project.run(Map.of()).status()).isZero();
        assertThat(Files.readAllLines(project.folder().resolve("maven-calls"))).hasSize(2);
    }

    @Test
    void buildsOnceWhenStartedTwiceAtOnce() throws Exception {
        LaunchedProject.program(temp.resolve("maven/bin/mvn"), LaunchedProject.MAVEN + "sleep 1\n");
        Files.delete(project.folder().resolve("repl/target/app/built"));
        Process one = project.start(project.folder().resolve("quorumbook"), Map.of());
        LaunchedProject.Ended two =
                LaunchedProject.ended(project.start(project.folder().resolve("quorumbook"), Map.of()));

        assertThat(LaunchedProject.ended(one).out()).contains("quorumbook.repl.Main");
        assertThat(two.out()).contains("quorumbook.repl.Main");
        assertThat(Files.readAllLines(project.folder().resolve("maven-calls"))).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuilderThatDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        project.write("repl/target/building/pid", dead.pid() + "\n");
        project.write("pom.xml", "changed");

        assertThat(project.run(Map.of()).out()).contains("quorumbook.repl.Main");
    }

    @Test
    void refusesAnOldJavaAndSaysHowToGetANewOne() throws Exception {
        Path old = project.jdk("old", "1.8.0_402", "");
        LaunchedProject.Ended ended = project.run(Map.of("JAVA_HOME", old.toString(), "PATH", "/nowhere"));

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err())
                .contains("JAVA_HOME: " + old, "is Java 1.8.0_402; 17 or newer is needed", "apt install openjdk-17");
    }

    @Test
    void refusesARuntimeWithoutJshell() throws Exception {
        Path runtime = project.jdk("runtime", "21", "java.base java.logging");

        assertThat(project.run(Map.of("JAVA_HOME", runtime.toString(), "PATH", "/nowhere"))
                        .err())
                .contains("is a runtime without jdk.jshell");
    }

    @Test
    void takesTheJavaOnThePathWhenJavaHomeWillNotDo() throws Exception {
        Path old = project.jdk("old", "11.0.2", "");

        assertThat(project.run(Map.of("JAVA_HOME", old.toString())).out()).contains("quorumbook.repl.Main");
    }

    @Test
    void saysHowToGetMavenWhenItIsNeeded() throws Exception {
        project.write("pom.xml", "changed");
        LaunchedProject.Ended ended = project.run(Map.of(
                "PATH", project.tools().toString(), "JAVA_HOME", project.jdk().toString()));

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("there is no 'mvn' on the PATH", "apt install maven");
    }

    @Test
    void leavesTheUsersChoiceOfReaperAlone() throws Exception {
        assertThat(project.run(Map.of("TESTCONTAINERS_RYUK_DISABLED", "false")).out())
                .contains("ryuk=false");
        assertThat(project.run(Map.of()).out()).contains("ryuk=true");
    }

    @Test
    void usesTheArchiveOfThisJdkAndNoOther() throws Exception {
        project.write("repl/target/app/17.0.9.jsa", "");
        project.write("repl/target/app/21.jsa", "");

        assertThat(project.run(Map.of()).out())
                .contains(
                        "-XX:SharedArchiveFile=" + project.folder().toRealPath().resolve("repl/target/app/17.0.9.jsa"));
    }
}
