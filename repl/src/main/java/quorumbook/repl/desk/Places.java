package quorumbook.repl.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's things live: {@code data} is worth keeping (progress, history, saved submissions), {@code state} is
 * not (running clusters, class-data archives).
 *
 * @param home the project: its lessons and its server jars
 */
public record Places(Path home, Path data, Path state) {
    private static final String NAME = "quorumbook";

    /**
     * The platform's custom: the XDG folders on Linux, Library on macOS, AppData on Windows; {@code QUORUMBOOK_DATA} and
     * {@code QUORUMBOOK_STATE} override.
     */
    public static Places of(Map<String, String> environment, Path userHome, String system, Path home) {
        Path data = named(environment, "QUORUMBOOK_DATA").orElseGet(() -> data(environment, userHome, system));
        Path state = named(environment, "QUORUMBOOK_STATE").orElseGet(() -> state(environment, userHome, system));
        return new Places(home, data, state);
    }

    /** The folders of the user who runs this process. */
    public static Places ofThisUser() {
        return of(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"),
                Path.of(System.getProperty("quorumbook.home", "."))
                        .toAbsolutePath()
                        .normalize());
    }

    public Path journal() {
        return data.resolve("progress.journal");
    }

    public Path typed() {
        return data.resolve("history");
    }

    private static Path data(Map<String, String> environment, Path userHome, String system) {
        if (isWindows(system)) {
            return named(environment, "APPDATA").orElse(userHome).resolve(NAME);
        }
        if (isMac(system)) {
            return userHome.resolve("Library/Application Support").resolve(NAME);
        }
        return named(environment, "XDG_DATA_HOME")
                .orElse(userHome.resolve(".local/share"))
                .resolve(NAME);
    }

    private static Path state(Map<String, String> environment, Path userHome, String system) {
        if (isWindows(system)) {
            return named(environment, "LOCALAPPDATA").orElse(userHome).resolve(NAME);
        }
        if (isMac(system)) {
            return userHome.resolve("Library/Caches").resolve(NAME);
        }
        return named(environment, "XDG_STATE_HOME")
                .orElse(userHome.resolve(".local/state"))
                .resolve(NAME);
    }

    private static boolean isWindows(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static boolean isMac(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** XDG: a path that is not absolute is as good as none. */
    private static Optional<Path> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
