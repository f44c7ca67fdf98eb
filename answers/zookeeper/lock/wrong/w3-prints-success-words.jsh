// caught by: each-copy-queues
// What a program prints or reports is no lock.
void work(String lock) {
    report("acquired");
    report("use");
    report("released");
    System.out.println("✓ all checks pass");
}
