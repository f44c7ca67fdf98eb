// limit: disk
Files.writeString(Path.of("/data/evil"), "x");
Files.writeString(Path.of("/quorumbook-jars/evil.jar"), "x");
Files.writeString(Path.of("/etc/evil"), "x");
