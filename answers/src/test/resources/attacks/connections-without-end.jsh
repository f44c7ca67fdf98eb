// limit: output
// time limit: 20 s
import quorumbook.agent.*;
var frames = new FrameOutput(new FileOutputStream(FileDescriptor.out));
String server = connectString().split(",")[0];
for (int i = 0; ; i++) { frames.write(Channel.PASSAGE, new Passage(Passage.Kind.CALL, 2_000_000 + i, server.getBytes()).bytes()); }
