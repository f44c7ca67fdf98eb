// caught by: tree-has-its-znodes
// time limit: 5 s
// Waiting does not help either.
while (true);
