// The lesson's own lines, and then the rest: zk1 has run alone, and is completed; its copies are edited.
/start zk1
Path folder = Path.of(given("folder"));
Files.createDirectories(folder.resolve("zk1/data"));
String first = "tickTime=" + given("tick") + "\ndataDir=" + folder + "/zk1/data\nclientPort=" + given("client1") + "\n";
Files.writeString(folder.resolve("zk1/zoo.cfg"), first);
/start zk1
zk create /alone
/stop zk1
String more = """
    clientPortAddress=127.0.0.1
    dataLogDir=FOLDER/zk1/log
    initLimit=INIT
    syncLimit=SYNC
    server.1=127.0.0.1:C1:D1
    server.2=127.0.0.1:C2:D2
    server.3=127.0.0.1:C3:D3
    """.replace("FOLDER", given("folder")).replace("INIT", given("init")).replace("SYNC", given("sync"));
for (String n : List.of("1", "2", "3")) {
    more = more.replace("C" + n, given("quorum" + n)).replace("D" + n, given("election" + n));
}
Files.writeString(folder.resolve("zk1/zoo.cfg"), more, StandardOpenOption.APPEND);
/start zk1
Files.writeString(folder.resolve("zk1/data/myid"), "1");
for (String n : List.of("2", "3")) {
    Files.createDirectories(folder.resolve("zk" + n + "/data"));
    Files.writeString(folder.resolve("zk" + n + "/data/myid"), n + "\n\n");
    Files.writeString(folder.resolve("zk" + n + "/zoo.cfg"), Files.readString(folder.resolve("zk1/zoo.cfg"))
        .replace("/zk1/", "/zk" + n + "/").replace("clientPort=" + given("client1"), "clientPort=" + given("client" + n)));
}
/check
