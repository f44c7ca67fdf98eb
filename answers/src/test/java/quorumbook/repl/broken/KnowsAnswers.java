package quorumbook.repl.broken;

import quorumbook.answers.broken.AnAnswer;

record KnowsAnswers(AnAnswer answer) {}
