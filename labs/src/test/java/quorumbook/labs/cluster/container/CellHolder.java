package quorumbook.labs.cluster.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Furniture;
import quorumbook.labs.cluster.Run;

/** A program that holds a cell, tells its run's id once the cell speaks, and waits to be killed. */
final class CellHolder {
    private CellHolder() {}

    public static void main(String[] arguments) throws IOException {
        Run run = Run.begin(Path.of(arguments[0]));
        Furniture parrot = new Furniture(List.of(Path.of(arguments[1])), List.of(), Parrot.class.getName(), 32);
        Cell cell = new ContainerCells().open(parrot, run);
        new BufferedReader(new InputStreamReader(cell.output(), StandardCharsets.UTF_8)).readLine();
        System.out.println(run.id());
        System.in.read();
    }
}
