package quorumbook.labs.cell;

import java.nio.file.Path;
import java.util.List;

/**
 * What is in a cell.
 *
 * @param jars its class path, jars of this machine with different names, copied in once
 * @param options of {@code java}, without its class path
 * @param mainClass what it runs
 * @param heapMegabytes the limit of its heap; the cell's own limit leaves room for what a JVM needs beside that
 */
public record Furniture(List<Path> jars, List<String> options, String mainClass, int heapMegabytes) {
    public Furniture {
        jars = List.copyOf(jars);
        options = List.copyOf(options);
    }
}
