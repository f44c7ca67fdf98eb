// caught by: what-came-back-is-counted
// A flood in each copy, and no update at all.
void increment(String path) {
    for (int i = 0; i < 2_000; i++) System.out.println("solved " + i);
}
