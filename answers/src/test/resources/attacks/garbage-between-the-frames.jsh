// limit: output
// time limit: 30 s
var raw = new FileOutputStream(FileDescriptor.out);
while (true) { raw.write(new byte[] {1, 127, 127, 127, 127, 65, 65, 65}); }
