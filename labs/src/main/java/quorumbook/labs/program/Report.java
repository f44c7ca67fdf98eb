package quorumbook.labs.program;

import java.time.Instant;

/**
 * What a program said by {@code report(what, value)}.
 *
 * @param at when it reached us, on the clock of the bench
 * @param value empty if it said none
 */
public record Report(Instant at, String client, String what, String value) {}
