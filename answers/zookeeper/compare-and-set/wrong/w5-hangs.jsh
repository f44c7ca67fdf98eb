// caught by: increment-is-there
// time limit: 5 s
// Waiting does not help either.
while (true);
