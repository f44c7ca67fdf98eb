// Nothing waits: the first SyncConnected of a session registers, Expired makes the next session.
/predict timeout-granted 1 s
/predict gone-after 1.3 s
void keepRegistered(String folder) throws IOException {
    CompletableFuture<ZooKeeper> client = new CompletableFuture<>();
    java.util.concurrent.atomic.AtomicBoolean registered = new java.util.concurrent.atomic.AtomicBoolean();
    client.complete(new ZooKeeper(connectString(), 8000, event -> {
        try {
            switch (event.getState()) {
                case SyncConnected -> {
                    if (registered.compareAndSet(false, true)) {
                        client.get().create(folder + "/here", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL,
                            (code, path, context, name) -> report("registered", name), null);
                    }
                }
                case Expired -> keepRegistered(folder);
                default -> { }
            }
        } catch (Exception e) {
            report("trouble", e);
        }
    }));
}
