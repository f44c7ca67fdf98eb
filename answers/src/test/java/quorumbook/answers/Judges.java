package quorumbook.answers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;

/** A judge is whatever makes a verdict of a history, by name or as a lambda. */
final class Judges extends DescribedPredicate<JavaMethod> {
    Judges() {
        super("judge a history");
    }

    @Override
    public boolean test(JavaMethod method) {
        return method.getRawReturnType().getName().equals("quorumbook.labs.Verdict")
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("quorumbook.labs.history.History"));
    }
}
