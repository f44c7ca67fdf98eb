// limit: memory
// time limit: 30 s
List<byte[]> all = new ArrayList<>();
while (true) { all.add(new byte[1 << 20]); }
