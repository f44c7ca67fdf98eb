// caught by: topic-has-its-shape
// time limit: 5 s
// Waiting does not help either.
while (true);
