// caught by: files-name-their-places
// These are the values of the guide, not of this attempt.
Path folder = Path.of(given("folder"));
String list = "";
for (int n = 1; n <= 3; n++) {
    list += "server." + n + "=127.0.0.1:" + (2887 + n) + ":" + (3887 + n) + "\n";
}
for (int n = 1; n <= 3; n++) {
    Path home = folder.resolve("zk" + n);
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/myid"), n + "\n");
    Files.writeString(home.resolve("zoo.cfg"), """
        tickTime=%s
        initLimit=%s
        syncLimit=%s
        dataDir=%s/data
        dataLogDir=%s/log
        clientPort=%s
        clientPortAddress=127.0.0.1
        """.formatted(2000, 10, 5, home, home, 2180 + n) + list);
}
