// Replies, reports and events in the agent's place, then its last word.
import quorumbook.agent.*;
var frames = new FrameOutput(new FileOutputStream(FileDescriptor.out));
frames.write(Channel.REPLY, new byte[] {1, 0, 0, 0, 4, 'p', 'a', 's', 's'});
frames.write(Channel.REPLY, new byte[] {1, 127, 127, 127, 127});
frames.write(Channel.REPLY, new byte[] {2, 0, 0, 0, 1, 'E', 1, 0, 0, 0, 1, 'm', 127, 127, 127, 127});
frames.write(Channel.REPLY, new byte[] {99});
frames.write(Channel.REPLY, new byte[0]);
frames.write(Channel.EVENT, "all checks pass".getBytes());
frames.write(Channel.LEAVING, new byte[0]);
int still = 1;
