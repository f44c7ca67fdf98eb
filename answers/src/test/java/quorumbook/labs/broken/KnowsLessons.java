package quorumbook.labs.broken;

import quorumbook.lessons.LessonId;

record KnowsLessons(LessonId id) {}
