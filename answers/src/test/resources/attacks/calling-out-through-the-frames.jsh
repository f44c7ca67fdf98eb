// Asks the workbook itself to connect to a door of this machine's that is not one of the exercise's.
import quorumbook.agent.*;
var frames = new FrameOutput(new FileOutputStream(FileDescriptor.out));
void call(int strand, String address) throws Exception { frames.write(Channel.PASSAGE, new Passage(Passage.Kind.CALL, strand, address.getBytes()).bytes()); }
call(1_000_001, "127.0.0.1:@PORT@");
call(1_000_002, "localhost:@PORT@");
call(1_000_003, "@HOST@:@PORT@");
call(1_000_004, "127.0.0.1:@PORT@,");
Thread.sleep(500);
