// limit: memory
// time limit: 30 s
var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
field.setAccessible(true);
var unsafe = (sun.misc.Unsafe) field.get(null);
while (true) { unsafe.setMemory(unsafe.allocateMemory(16 << 20), 16 << 20, (byte) 1); }
