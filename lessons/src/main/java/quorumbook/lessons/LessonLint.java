package quorumbook.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at one lesson. */
final class LessonLint {
    private static final List<String> FRONT_MATTER = List.of("title");

    private final Path file;
    private final List<String> lines;
    private final Manuscript manuscript;
    private final Set<String> ids = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    LessonLint(Path file) {
        this.file = file;
        this.lines = LessonReader.lines(file);
        this.manuscript = Manuscript.of(lines);
    }

    List<Problem> problems() {
        checkFrontMatter();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            if (piece instanceof Manuscript.Fence fence) {
                checkFence(fence);
            }
        }
        checkPlaceholders();
        new ProseLint(file, lines, manuscript).addTo(problems);
        return List.copyOf(problems);
    }

    private void checkFrontMatter() {
        if (manuscript.title().isEmpty()) {
            error(
                    1,
                    "the lesson has no title",
                    "begin the file with three lines: ---, title: The words of the title, ---");
        }
        manuscript.frontMatter().forEach((key, entry) -> {
            if (!FRONT_MATTER.contains(key)) {
                error(entry.line(), "'" + key + "' means nothing in the front matter", "known: " + FRONT_MATTER);
            }
        });
    }

    private void checkFence(Manuscript.Fence fence) {
        if (!fence.closed()) {
            error(fence.line(), "this fence is never closed", "a line of the same marks after the block");
        }
        if (!FenceWords.isUnderstood(fence)) {
            List<String> near = Nearest.of(fence.info(), FenceWords.FORMS);
            error(
                    fence.line(),
                    "'" + fence.info() + "' is no kind of block",
                    near.isEmpty() ? "one of: " + String.join(", ", FenceWords.FORMS) : String.join(" or ", near));
        }
        FenceWords.block(fence).ifPresent(this::checkBlock);
    }

    private void checkBlock(Block block) {
        if (block instanceof Block.CheckHints check) {
            checkId(check.check(), "check", check.line());
            if (check.rungs().isEmpty()) {
                error(
                        check.line(),
                        "check '" + check.check() + "' has an empty ladder",
                        "one hint a paragraph, the clearest last");
            }
        } else if (block instanceof Block.Predict predict) {
            checkId(predict.id(), "predict", predict.line());
            if (predict.question().isBlank()) {
                error(
                        predict.line(),
                        "prediction '" + predict.id() + "' asks nothing",
                        "write the question between the fences");
            }
        } else if (block instanceof Block.Run run && run.source().isBlank()) {
            error(run.line(), "this run block is empty", "write what is to be typed, or take it out");
        }
    }

    private void checkId(String id, String kind, int line) {
        if (!LessonId.isWord(id)) {
            error(
                    line,
                    "'" + id + "' is no " + kind + "'s id",
                    "lower case letters, digits and single '-', as in tree-is-built");
        }
        if (!ids.add(kind + " " + id)) {
            error(
                    line,
                    "there are two blocks '" + kind + " " + id + "' in this lesson",
                    "one block an id; join their paragraphs");
        }
    }

    private void checkPlaceholders() {
        for (int i = 0; i < lines.size(); i++) {
            for (int column : Placeholders.broken(lines.get(i))) {
                error(
                        i + 1,
                        "the placeholder at column " + (column + 1) + " is not closed or not named",
                        "${name}: a lower case letter, then letters and digits");
            }
        }
    }

    private void error(int line, String what, String instead) {
        problems.add(Problem.error(file, line, what, instead));
    }
}
