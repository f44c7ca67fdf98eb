package quorumbook.repl.rubric;

import quorumbook.repl.result.AttemptResult;

/** A result and what it is worth: what every format is given. */
public record Scored(AttemptResult result, Points points) {}
