package quorumbook.repl.desk;

import java.util.ArrayList;
import java.util.List;
import quorumbook.lessons.Block;
import quorumbook.lessons.Lesson;

/** As much of a lesson as is read at once: prose, and what is to be done after it. */
record Step(List<Block> blocks) {
    Step {
        blocks = List.copyOf(blocks);
    }

    /** Cuts a lesson behind each group of blocks that ask for something. */
    static List<Step> of(Lesson lesson) {
        List<Step> steps = new ArrayList<>();
        List<Block> current = new ArrayList<>();
        boolean asked = false;
        for (Block block : lesson.blocks()) {
            boolean prose = block instanceof Block.Prose;
            if (prose && asked) {
                steps.add(new Step(current));
                current.clear();
                asked = false;
            }
            current.add(block);
            asked = asked || !prose;
        }
        if (!current.isEmpty()) {
            steps.add(new Step(current));
        }
        return steps;
    }

    /** The lines that this step offers at the prompt, one after the other. */
    List<String> offers() {
        List<String> offers = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Run run) {
                offers.add(run.source().strip());
            } else if (block instanceof Block.CheckHints && !offers.contains("/check")) {
                offers.add("/check");
            }
        }
        return offers;
    }
}
