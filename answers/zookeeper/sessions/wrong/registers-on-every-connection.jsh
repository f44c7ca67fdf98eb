// caught by: never-two-at-once
// SyncConnected comes again after each lost connection, in the same session.
/predict timeout-granted 1000
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    CompletableFuture<ZooKeeper> client = new CompletableFuture<>();
    client.complete(new ZooKeeper(connectString(), 6000, event -> {
        try {
            switch (event.getState()) {
                case SyncConnected -> client.get().create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE,
                    CreateMode.EPHEMERAL_SEQUENTIAL, (code, path, context, name) -> report("registered", name), null);
                case Expired -> keepRegistered(folder);
                default -> { }
            }
        } catch (Exception e) {
            report("trouble", e);
        }
    }));
}
