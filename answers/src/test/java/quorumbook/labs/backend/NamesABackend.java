package quorumbook.labs.backend;

import quorumbook.labs.cluster.process.broken.ABackend;

record NamesABackend(ABackend backend) {}
