// limit: disk
// time limit: 30 s
byte[] megabyte = new byte[1 << 20];
for (int i = 0; ; i++) { Files.write(Path.of("/tmp/fill-" + i), megabyte); }
