// caught by: files-name-their-places
// The lesson is run, the exercise is not touched.
/start zk1
Path folder = Path.of(given("folder"));
Files.createDirectories(folder.resolve("zk1/data"));
Files.writeString(folder.resolve("zk1/zoo.cfg"), """
    tickTime=%s
    dataDir=%s/zk1/data
    clientPort=%s
    """.formatted(given("tick"), folder, given("client1")));
/start zk1
zk ls /
/kill zk1
