package quorumbook.repl.engine;

import java.util.Optional;
import java.util.function.Supplier;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Text;
import quorumbook.repl.jvm.JvmEnded;

/** Sends JShell's commands to the learner's JVM, as long as nobody has asked the evaluation to stop. */
record LearnersErrands(LearnerJvm jvm, Supplier<Optional<Run>> current) implements Errands {
    private static final byte[] STOPPED = Message.of(Answer.STOPPED, "");

    @Override
    public byte[] perform(byte[] command) {
        Optional<Run> run = current.get();
        if (run.flatMap(Run::asked).isPresent()) {
            run.ifPresent(Run::stopped);
            return STOPPED;
        }
        try {
            byte[] reply = jvm.command(command);
            if (reply.length > 0 && reply[0] == STOPPED[0]) {
                run.ifPresent(Run::stopped);
            }
            return reply;
        } catch (JvmEnded e) {
            run.ifPresent(each -> each.jvmEnded(e.ending()));
            return STOPPED;
        }
    }

    /** No code of the learner's runs while classes are loaded, so an end then is not its doing: once more. */
    @Override
    public byte[] load(byte[] load) {
        try {
            return loaded(load);
        } catch (JvmEnded e) {
            return Message.of(Answer.NOT_INSTALLED, out -> {
                Text.write(out, String.valueOf(e.getMessage()));
                out.writeInt(0);
            });
        }
    }

    private byte[] loaded(byte[] load) throws JvmEnded {
        try {
            return jvm.load(load);
        } catch (JvmEnded e) {
            return jvm.load(load);
        }
    }

    @Override
    public void again(byte[] invocation) {
        jvm.invokeAgainWhenRestarted(invocation);
    }
}
