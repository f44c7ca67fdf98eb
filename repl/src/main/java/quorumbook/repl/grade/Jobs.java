package quorumbook.repl.grade;

import java.lang.management.ManagementFactory;

/** How many submissions this machine can judge side by side. */
public final class Jobs {
    /** A cluster of the largest shape, the learner's programs, and our share of them. */
    private static final long MEMORY_OF_ONE = 1200L << 20;

    private static final long MEMORY_OF_THE_REST = 800L << 20;

    private Jobs() {}

    /** One for each processor, as far as the memory goes. */
    public static int here() {
        int processors = Runtime.getRuntime().availableProcessors();
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            long fitting = (system.getTotalMemorySize() - MEMORY_OF_THE_REST) / MEMORY_OF_ONE;
            return (int) Math.max(1, Math.min(processors, fitting));
        }
        return processors;
    }
}
