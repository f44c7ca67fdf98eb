// caught by: topic-has-its-shape
// time limit: 20 s
// Much output is still no state.
for (int i = 0; i < 200_000; i++) System.out.println("solved " + i);
