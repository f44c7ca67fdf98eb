package quorumbook.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
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

/** A project that is built and holds the shell script, with a JDK and a Maven that only say how they were called. */
record LaunchedProject(Path temp, Path folder) {
    private static final String JAVA = "#!/bin/sh\nprintf '%s\\n' \"$@\" \"ryuk=$TESTCONTAINERS_RYUK_DISABLED\"\n";
    static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>maven-calls
            mkdir -p repl/target/app/lib
            : >repl/target/app/lib/quorumbook-repl-1.jar
            echo lib/quorumbook-repl-1.jar:lib/b.jar:lib/a.jar >repl/target/app/class-path
            """;

    static LaunchedProject in(Path temp) throws IOException {
        LaunchedProject project = new LaunchedProject(temp, Files.createDirectories(temp.resolve("a project")));
        project.lay();
        return project;
    }

    private void lay() throws IOException {
        Files.copy(Path.of(System.getProperty("quorumbook.home"), "quorumbook"), folder.resolve("quorumbook"));
        for (String module : List.of("lessons", "labs", "repl", "labs/servers/zookeeper")) {
            write(module + "/pom.xml", "");
        }
        write("pom.xml", "");
        write("repl/src/main/java/Main.java", "");
        write("repl/target/app/class-path", "lib/b.jar:lib/a.jar");
        write("repl/target/app/lib/quorumbook-repl-1.jar", "");
        write("repl/target/app/built", "");
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
        Files.setLastModifiedTime(
                folder.resolve("repl/target/app/built"), FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        jdk("jdk", "17.0.9", "java.base jdk.compiler jdk.jshell");
        program(temp.resolve("maven/bin/mvn"), MAVEN);
    }

    /** The JDK that is on the path. */
    Path jdk() {
        return temp.resolve("jdk");
    }

    /** What the script needs of a system, without the Java and the Maven of this machine. */
    Path tools() throws IOException {
        Path tools = temp.resolve("tools");
        for (String tool : List.of("find", "sed", "readlink", "mkdir", "cat", "date", "rm", "mv")) {
            program(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    record Ended(int status, String out, String err) {}

    Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return run(folder.resolve("quorumbook"), environment, arguments);
    }

    Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        return ended(start(script, environment, arguments));
    }

    Process start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TESTCONTAINERS_") || name.matches("(M2|MAVEN|JAVA)_HOME"));
        builder.environment().put("PATH", jdk() + "/bin:" + temp.resolve("maven/bin") + ":/usr/bin:/bin");
        builder.environment().put("QUORUMBOOK_TRAINING", "off");
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Ended ended(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    Path jdk(String name, String version, String modules) throws IOException {
        Path home = temp.resolve(name);
        program(home.resolve("bin/java"), JAVA);
        program(home.resolve("bin/javac"), JAVA);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
        return home;
    }

    static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
