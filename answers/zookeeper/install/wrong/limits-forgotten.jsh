// caught by: one-leads-and-two-follow
// A server of its own needs no limits; one of several ends at once without them.
Path folder = Path.of(given("folder"));
String list = "";
for (int n = 1; n <= 3; n++) {
    list += "server." + n + "=127.0.0.1:" + given("quorum" + n) + ":" + given("election" + n) + "\n";
}
for (int n = 1; n <= 3; n++) {
    Path home = folder.resolve("zk" + n);
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/myid"), n + "\n");
    Files.writeString(home.resolve("zoo.cfg"), """
        tickTime=%s
        dataDir=%s/data
        dataLogDir=%s/log
        clientPort=%s
        clientPortAddress=127.0.0.1
        """.formatted(given("tick"), home, home, given("client" + n)) + list);
}
