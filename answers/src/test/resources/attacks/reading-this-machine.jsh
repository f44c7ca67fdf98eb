// shows: NoSuchFileException
Files.readString(Path.of("@SECRET_FILE@"))
new File("/var/run/docker.sock").exists()
Files.list(Path.of("/proc")).filter(p -> p.getFileName().toString().matches("[0-9]+")).count()
System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
System.getProperties().forEach((name, value) -> System.out.println(name + "=" + value));
for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) { System.out.println(line); }
System.out.println(Files.readString(Path.of("/proc/self/cmdline")));
