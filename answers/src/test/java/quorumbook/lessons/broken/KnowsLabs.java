package quorumbook.lessons.broken;

import quorumbook.labs.cluster.NodeId;

record KnowsLabs(NodeId node) {}
