package quorumbook.repl.grade;

/** Whether this JVM is being ended, by Ctrl-C for example: then servers end under whoever is being judged. */
final class Ending {
    private Ending() {}

    /** True before the first shutdown hook runs. */
    static boolean hasBegun() {
        Thread nobody = new Thread(() -> {}, "quorumbook-nobody");
        try {
            Runtime.getRuntime().addShutdownHook(nobody);
            Runtime.getRuntime().removeShutdownHook(nobody);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
