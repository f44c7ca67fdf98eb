package quorumbook.lessons;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One lesson as written: what is read, typed, predicted and hinted. What is checked is not said here; the checks say it.
 *
 * @param source the file it was read from
 */
public record Lesson(LessonId id, String title, List<Block> blocks, Path source) {
    public Lesson {
        blocks = List.copyOf(blocks);
    }

    /** The lesson as this attempt sees it: {@code ${app}} becomes the value given for {@code app}; others stay. */
    public Lesson filledWith(Map<String, String> values) {
        if (values.isEmpty()) {
            return this;
        }
        return new Lesson(
                id,
                title,
                blocks.stream().map(block -> block.filledWith(values)).toList(),
                source);
    }

    /** The ladder of hints for a check, lowest rung first; empty if the lesson has none for it. */
    public List<String> hints(String check) {
        return checks().stream()
                .filter(block -> block.check().equals(check))
                .findFirst()
                .map(Block.CheckHints::rungs)
                .orElse(List.of());
    }

    public List<Block.CheckHints> checks() {
        return only(Block.CheckHints.class);
    }

    public List<Block.Run> runs() {
        return only(Block.Run.class);
    }

    public List<Block.Predict> predictions() {
        return only(Block.Predict.class);
    }

    /** The names of the values that the text expects of its lab. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        for (Block block : blocks) {
            Placeholders.collect(block, names);
        }
        return names;
    }

    private <B extends Block> List<B> only(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
