package quorumbook.labs.program.broken;

import quorumbook.labs.observe.broken.AnObservation;

record KnowsHistories(AnObservation seen) {}
