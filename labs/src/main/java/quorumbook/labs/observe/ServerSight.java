package quorumbook.labs.observe;

import java.util.Optional;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;

/**
 * One server at one moment.
 *
 * @param condition as seen from outside
 * @param role as it says itself
 * @param lastZxid the last transaction that a ZooKeeper server has seen, if it answers
 */
public record ServerSight(NodeId node, Condition condition, Role role, Optional<Zxid> lastZxid) {}
