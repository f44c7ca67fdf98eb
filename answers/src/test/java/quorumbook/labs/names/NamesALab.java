package quorumbook.labs.names;

import quorumbook.labs.kafka.broken.ALab;

record NamesALab(ALab lab) {}
