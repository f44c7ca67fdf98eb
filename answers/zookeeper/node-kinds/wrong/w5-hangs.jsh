// caught by: four-kinds-at-once
// time limit: 5 s
// Waiting does not help either.
while (true);
