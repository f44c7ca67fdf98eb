package quorumbook.repl.engine;

import java.util.List;

/** What became of one snippet. */
public sealed interface Result {
    /** The snippet as it was typed. */
    String source();

    /** Whether the next snippet may run. */
    boolean succeeded();

    /** What {@code jshell} would print for it, line by line. */
    List<String> shown();

    /** It has a value: of a variable just declared or assigned, or of an expression, which then is named {@code $1}. */
    record Value(String source, String name, String type, String value) implements Result {
        @Override
        public boolean succeeded() {
            return true;
        }

        @Override
        public List<String> shown() {
            return List.of(name + " ==> " + value);
        }
    }

    /**
     * It declared a method or a type.
     *
     * @param kind method, class, interface, enum, record or annotation interface
     * @param name with the parameter types of a method
     * @param change created, modified or replaced
     * @param missing what must be declared before it can be used
     */
    record Declared(String source, String kind, String name, String change, List<String> missing) implements Result {
        public Declared {
            missing = List.copyOf(missing);
        }

        @Override
        public boolean succeeded() {
            return true;
        }

        @Override
        public List<String> shown() {
            String what = "|  " + change + " " + kind + " " + name;
            if (missing.isEmpty()) {
                return List.of(what);
            }
            String use = kind.equals("method") ? "invoked" : "instantiated or its methods invoked";
            String until = String.join(", and ", missing) + (missing.size() == 1 ? " is" : " are");
            return List.of(what + ", however, it cannot be " + use + " until " + until + " declared");
        }
    }

    /** It ran, and there is nothing to show: a statement, an import. */
    record Done(String source) implements Result {
        @Override
        public boolean succeeded() {
            return true;
        }

        @Override
        public List<String> shown() {
            return List.of();
        }
    }

    /** It threw. */
    record Thrown(String source, Failure failure) implements Result {
        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public List<String> shown() {
            return Shown.failure(failure);
        }
    }

    /** The compiler does not take it. */
    record Rejected(String source, List<Problem> problems) implements Result {
        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public List<String> shown() {
            return Shown.problems(problems);
        }
    }

    /**
     * It did not come to its own end.
     *
     * @param sentence what happened and what it means for what was defined before
     * @param restarted whether the learner's JVM is a new one, where variables have their default values
     */
    record Ended(String source, Cause cause, String sentence, boolean restarted) implements Result {
        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public List<String> shown() {
            return List.of("|  " + sentence);
        }
    }

    /** Why a snippet did not come to its own end. */
    enum Cause {
        INTERRUPTED,
        TIME_LIMIT,
        /** System.exit, or a halt. */
        EXIT,
        OUT_OF_MEMORY,
        KILLED,
        CRASHED,
        /** The compiler was ended before it had begun. */
        COMPILATION,
        /** Its JVM was ended for what it took, printed or sent. */
        LIMIT
    }
}
