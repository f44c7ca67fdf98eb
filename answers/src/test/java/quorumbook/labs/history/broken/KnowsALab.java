package quorumbook.labs.history.broken;

import quorumbook.labs.kafka.broken.ALab;

record KnowsALab(ALab lab) {}
