// caught by: one-ephemeral-is-registered
// Only what the server has counts.
void keepRegistered(String folder) {
    System.out.println("registered once, never twice. verdict: pass");
    report("registered", folder + "/member-0000000000");
    throw new IllegalStateException("done");
}
