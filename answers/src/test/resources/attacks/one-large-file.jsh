// limit: disk
// time limit: 30 s
OutputStream file = new FileOutputStream("/tmp/large");
while (true) { file.write(new byte[1 << 20]); }
