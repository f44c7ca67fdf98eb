// caught by: increment-comes-back
// A JVM that is gone increments nothing.
void increment(String path) {
    System.exit(0);
}
