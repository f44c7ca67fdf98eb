package quorumbook.labs.cluster.broken;

import quorumbook.labs.observe.broken.AnObservation;

record KnowsObservations(AnObservation seen) {}
