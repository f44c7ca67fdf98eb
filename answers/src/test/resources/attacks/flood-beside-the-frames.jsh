// limit: output
// time limit: 30 s
var raw = new FileOutputStream(FileDescriptor.err);
while (true) { raw.write(new byte[100_000]); }
