package quorumbook.repl.grade;

/**
 * Lets each result be kept while the next paper is judged: a disk that has to be waited for keeps nobody from judging. Nobody
 * interrupts it, so what is being written is written to its end. For one thread.
 */
final class Keeper implements AutoCloseable {
    private Thread last = new Thread();

    /** Waits until what came before is kept, and begins with this. */
    void keep(Runnable keeping) throws InterruptedException {
        last.join();
        last = new Thread(keeping, "quorumbook-keeper");
        last.start();
    }

    /** Waits until all is kept, also if it is interrupted. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (last.isAlive()) {
            try {
                last.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
