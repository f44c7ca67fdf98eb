package quorumbook.agent;

import java.util.concurrent.CountDownLatch;

/**
 * Code of the learner's on a thread of its own, so that nothing that happens to that thread, not even being stopped
 * between two instructions, happens to the agent.
 */
abstract class Task {
    private static final long BETWEEN_NUDGES_MILLIS = 50;

    private volatile byte[] reply = new byte[0];
    private volatile boolean stopping;
    // The group keeps the threads that the learner's code starts apart from ours.
    private final Thread thread = new Thread(new ThreadGroup("learner"), this::body, "main");
    private final CountDownLatch started = new CountDownLatch(1);

    /** The reply, made on the task's thread; whatever it throws is answered for by {@link #failed}. */
    abstract byte[] work() throws Exception;

    /** What to answer when {@link #work} threw. */
    abstract byte[] failed(Throwable thrown);

    /** What to answer when the thread was stopped. */
    byte[] stopped() {
        return Message.of(Answer.STOPPED, "");
    }

    /** Tries once more to get the thread to end; called every 50 ms while it lives. */
    abstract void nudge(Thread running, int times);

    /** Runs to its end and returns the reply. */
    final byte[] run(ClassLoader loader) throws InterruptedException {
        thread.setContextClassLoader(loader);
        thread.start();
        started.countDown();
        thread.join();
        return reply.length > 0 ? reply : stopped();
    }

    final boolean isStopping() {
        return stopping;
    }

    /** Returns at once; the thread is nudged until it ends. */
    final synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        Thread nudging = new Thread(this::nudgeUntilEnded, "quorumbook-stop");
        nudging.setDaemon(true);
        nudging.start();
    }

    private void nudgeUntilEnded() {
        try {
            started.await();
            for (int times = 0; thread.isAlive(); times++) {
                nudge(thread, times);
                thread.join(BETWEEN_NUDGES_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void body() {
        try {
            reply = work();
        } catch (Throwable thrown) { // everything that the learner's code may throw is a result here
            reply = failed(thrown);
        }
    }
}
