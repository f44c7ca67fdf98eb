package quorumbook.repl.grade;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import quorumbook.repl.desk.Book;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.store.Evidence;
import quorumbook.repl.store.Store;

/** Verdicts kept in an output folder, each with what it rests on. */
public record StoreLedger(Store store, Book book) implements Grading.Ledger {
    /** Trouble of ours is not finished: an engine that was down may be up again. A judge's unknown stands. */
    @Override
    public Optional<AttemptResult> finished(Paper paper) {
        return store.finished(paper.learner(), paper.exercise().toString(), paper.sha256(), paper.seed())
                .filter(result -> result.trouble().isEmpty() || result.blame() != Blame.INFRASTRUCTURE);
    }

    @Override
    public void keep(AttemptResult result, Paper paper, Optional<Examined> examined) throws IOException {
        store.keep(
                result,
                new Evidence(
                        shape(paper),
                        Optional.of(paper.text()),
                        examined.map(each -> each.report().history()),
                        examined.map(Examined::serverLogs).orElse(Map.of())));
    }

    /** What nobody judged is kept too, once. */
    public void keepUnjudged(AttemptResult result) throws IOException {
        boolean known = store.finished(result.learner(), result.exercise(), result.submitted(), result.seed())
                .filter(before -> before.trouble().equals(result.trouble()))
                .isPresent();
        if (!known) {
            store.keep(result, Evidence.none(""));
        }
    }

    private String shape(Paper paper) {
        return book.lab(paper.exercise()).orElseThrow().cluster().describe();
    }
}
