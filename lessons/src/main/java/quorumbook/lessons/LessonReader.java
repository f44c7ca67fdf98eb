package quorumbook.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lessons from the folder that holds {@code syllabus.yaml}. A block that the reader does not understand is shown as the
 * author wrote it, so a learner is never stopped by it; the lint stops the author.
 */
public final class LessonReader {
    private final Path folder;

    public LessonReader(Path folder) {
        this.folder = folder;
    }

    /** Where the text of a lesson is or would be. */
    public Path file(LessonId id) {
        return folder.resolve(id.track()).resolve(id.name() + ".md");
    }

    /** @throws LessonException if there is no such file or it cannot be read */
    public Lesson read(LessonId id) {
        Manuscript manuscript = manuscript(id);
        List<Block> blocks = new ArrayList<>();
        List<Manuscript.Piece> prose = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            Optional<Block> block = FenceWords.block(piece);
            if (block.isPresent()) {
                endProse(prose, blocks);
                blocks.add(block.get());
            } else {
                prose.add(piece);
            }
        }
        endProse(prose, blocks);
        return new Lesson(id, manuscript.title().orElse(id.name()), blocks, file(id));
    }

    /** The title alone, for lists. */
    public String title(LessonId id) {
        return manuscript(id).title().orElse(id.name());
    }

    private Manuscript manuscript(LessonId id) {
        return Manuscript.of(lines(file(id)));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new LessonException(
                    file + " does not exist; the lessons are part of the project: is the clone complete?", e);
        } catch (IOException e) {
            throw new LessonException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }

    private static void endProse(List<Manuscript.Piece> prose, List<Block> blocks) {
        if (prose.isEmpty()) {
            return;
        }
        StringBuilder markdown = new StringBuilder();
        for (Manuscript.Piece piece : prose) {
            markdown.append(markdown.isEmpty() ? "" : "\n\n").append(piece.source());
        }
        blocks.add(new Block.Prose(markdown.toString(), prose.get(0).line()));
        prose.clear();
    }
}
