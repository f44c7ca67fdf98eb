package quorumbook.labs.observe;

import java.time.Instant;

/**
 * The end of a ZooKeeper session, as the transaction log has it.
 *
 * @param at when the leader made the transaction
 * @param expired whether the ensemble ended it, having heard nothing of its client for too long; else its client did
 */
public record SessionEnd(Instant at, long session, Zxid zxid, boolean expired) {}
