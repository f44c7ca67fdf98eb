package quorumbook.repl.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jline.nativ.JLineNativeLoader;

/** JLine's native library, which JLine would unpack anew at each start. */
public final class NativeLibrary {
    private NativeLibrary() {}

    /** Keeps the library that is in use in that folder, where {@code -Dlibrary.jline.path} lets JLine find it. */
    public static void keepIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "library", ".draft");
        Files.copy(Path.of(JLineNativeLoader.getNativeLibraryPath()), draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, folder.resolve(System.mapLibraryName("jlinenative")), StandardCopyOption.ATOMIC_MOVE);
    }
}
