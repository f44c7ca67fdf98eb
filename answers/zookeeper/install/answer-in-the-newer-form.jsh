// The form since 3.5: the client's door stands behind the semicolon; a server has no clientPort of its own then.
// Made in parts, with comments, blanks and another name for this machine; a rehearsal has left data behind.
List<String> cfg = new ArrayList<>(List.of(
    "# the same for all",
    "tickTime = " + given("tick"),
    "initLimit= " + given("init"),
    "syncLimit =" + given("sync"),
    "4lw.commands.whitelist=srvr, conf, mntr"));
for (String n : List.of("3", "1", "2")) {
    cfg.add("server." + n + "=localhost:" + given("quorum" + n) + ":" + given("election" + n)
        + ":participant;127.0.0.1:" + given("client" + n));
}
void install(String n) throws Exception {
    Path data = Files.createDirectories(Path.of(given("folder"), "zk" + n, "data"));
    Path log = Files.createDirectories(Path.of(given("folder"), "zk" + n, "log"));
    Files.writeString(data.resolve("myid"), n);
    List<String> own = new ArrayList<>(cfg);
    own.add("dataDir=" + data + "/");
    own.add("dataLogDir=" + log);
    Files.write(Path.of(given("folder"), "zk" + n, "zoo.cfg"), own);
}
install("1"); install("2"); install("3");
/start zk1 zk2 zk3
zk create /rehearsal
/kill zk2
