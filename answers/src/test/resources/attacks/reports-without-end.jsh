// limit: output
// time limit: 20 s
import quorumbook.agent.*;
var frames = new FrameOutput(new FileOutputStream(FileDescriptor.out));
byte[] report = {0, 0, 0, 1, 0, 0, 0, 1, 'a', 0, 0, 0, 1, 'b'};
while (true) { frames.write(Channel.REPORT, report); frames.write(Channel.ASK, new byte[0]); frames.write(Channel.LEAVING, new byte[0]); }
