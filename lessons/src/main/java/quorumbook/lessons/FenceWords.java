package quorumbook.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the words behind the backticks of a fence mean to the workbook. */
final class FenceWords {
    /** Languages of fences that are only shown. */
    static final List<String> SHOWN =
            List.of("text", "java", "zk", "kafka", "command", "sh", "yaml", "properties", "json", "markdown");

    /** The forms that an author may write, for messages. */
    static final List<String> FORMS = forms();

    private FenceWords() {}

    /** The block that the piece is; empty if it is only shown, or if it is not understood. */
    static Optional<Block> block(Manuscript.Piece piece) {
        return piece instanceof Manuscript.Fence fence ? block(fence) : Optional.empty();
    }

    private static Optional<Block> block(Manuscript.Fence fence) {
        String[] words = fence.info().split("\\s+");
        if (words.length != 2) {
            return Optional.empty();
        }
        return switch (words[0]) {
            case "check" -> Optional.of(new Block.CheckHints(words[1], paragraphs(fence.text()), fence.line()));
            case "predict" ->
                Optional.of(new Block.Predict(words[1], fence.text().strip(), fence.line()));
            default -> words[1].equals("run") ? run(words[0], fence) : Optional.empty();
        };
    }

    /** Whether the fence's first line means what an author can mean: a block, or code of a known language. */
    static boolean isUnderstood(Manuscript.Fence fence) {
        return fence.info().isEmpty()
                || SHOWN.contains(fence.info())
                || block(fence).isPresent();
    }

    private static Optional<Block> run(String word, Manuscript.Fence fence) {
        for (Block.Language language : Block.Language.values()) {
            if (language.word().equals(word)) {
                return Optional.of(new Block.Run(language, fence.text().stripTrailing(), fence.line()));
            }
        }
        return Optional.empty();
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.strip().split("\\n\\s*\\n")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip());
            }
        }
        return paragraphs;
    }

    private static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (Block.Language language : Block.Language.values()) {
            forms.add(language.word() + " run");
        }
        forms.add("predict <id>");
        forms.add("check <id>");
        forms.addAll(SHOWN);
        return List.copyOf(forms);
    }
}
