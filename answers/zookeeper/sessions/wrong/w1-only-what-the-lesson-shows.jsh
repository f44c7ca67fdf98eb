// caught by: one-ephemeral-is-registered
// The lesson's lines are tried, the exercise is not touched.
ZooKeeper patient = new ZooKeeper(connectString(), 60_000, event -> {})
patient.exists("/", false) == null ? 0 : patient.getSessionTimeout()
patient.close()
