package quorumbook.repl.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.execution.LocalExecutionControl;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Op;
import quorumbook.agent.Text;
import quorumbook.agent.Thrown;

/**
 * What JShell speaks to: passes its calls to the learner's JVM. A subclass of the JDK's local control for one thing: from
 * JDK 20 on that weaves stop checks into the classes on their way to the loader. It never tells JShell that the JVM ended,
 * since JShell would close itself then.
 */
final class AgentControl extends LocalExecutionControl {
    private final Errands errands;
    private final Sending sending;
    private volatile boolean keepsInvocations;
    private volatile Optional<Consumer<byte[]>> witness = Optional.empty();

    private AgentControl(Sending sending, Errands errands) {
        super(sending);
        this.sending = sending;
        this.errands = errands;
    }

    static AgentControl of(Errands errands) {
        return new AgentControl(new Sending(errands), errands);
    }

    /** While {@code keep} is set, invocations are repeated in each JVM to come. */
    void keepInvocations(boolean keep) {
        keepsInvocations = keep;
    }

    /** Until {@link #sendAgain}, nothing reaches the JVM: the commands go there instead, and seem to have done their work. */
    void divert(Capture capture) {
        sending.diversion = Optional.of(capture);
    }

    void sendAgain() {
        sending.diversion = Optional.empty();
    }

    /** From now on shows each invocation that did its work to {@code seeing}; what saw them before no longer does. */
    void showInvocations(Consumer<byte[]> seeing) {
        witness = Optional.of(seeing);
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        try {
            super.load(classes);
        } catch (IllegalArgumentException e) {
            // The weaver could not do it; without checks the snippet can still be interrupted, or its JVM killed.
            sending.load(classes);
        }
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, InternalException, EngineTerminationException {
        byte[] invocation = Message.of(Op.INVOKE, out -> {
            Text.write(out, className);
            Text.write(out, methodName);
        });
        Optional<Capture> diversion = sending.diversion;
        if (diversion.isPresent()) {
            diversion.get().invocations().add(invocation);
            return "";
        }
        String value = perform(invocation);
        witness.ifPresent(seeing -> seeing.accept(invocation));
        if (keepsInvocations) {
            errands.again(invocation);
        }
        return value;
    }

    @Override
    public String varValue(String className, String name)
            throws RunException, InternalException, EngineTerminationException {
        return perform(Message.of(Op.VALUE, out -> {
            Text.write(out, className);
            Text.write(out, name);
        }));
    }

    @Override
    public void addToClasspath(String path) {
        // The JVM was started with it.
    }

    @Override
    public void stop() {
        // LearnerJava.interrupt does it.
    }

    @Override
    public void close() {
        // LearnerJava.close does it.
    }

    private String perform(byte[] command) throws RunException, InternalException {
        try (DataInputStream in = Message.open(errands.perform(command))) {
            return read(in);
        } catch (IOException e) {
            throw new InternalException(e.toString());
        }
    }

    private static String read(DataInputStream in) throws IOException, RunException, InternalException {
        Answer answer = Answer.read(in);
        switch (answer) {
            case VALUE -> {
                return Text.read(in);
            }
            case THROWN -> throw exception(Thrown.read(in));
            case UNRESOLVED -> throw new ResolutionException(in.readInt(), Thrown.readStack(in));
            case STOPPED -> throw new StoppedException();
            default -> throw new InternalException(answer + ": " + Text.read(in));
        }
    }

    private static UserException exception(Thrown thrown) {
        UserException exception = new UserException(thrown.message().orElse(null), thrown.className(), thrown.stack());
        thrown.cause().ifPresent(cause -> exception.initCause(exception(cause)));
        return exception;
    }

    /** The loader's end of it: classes go to the other JVM. */
    private static final class Sending implements LoaderDelegate {
        private final Errands errands;
        private volatile Optional<Capture> diversion = Optional.empty();

        Sending(Errands errands) {
            this.errands = errands;
        }

        @Override
        public void load(ClassBytecodes[] classes) throws ClassInstallException {
            byte[] load = command(classes);
            if (diversion.isPresent()) {
                diversion.get().loads().add(load);
                return;
            }
            send(load, classes.length);
        }

        private static byte[] command(ClassBytecodes[] classes) {
            return Message.of(Op.LOAD, out -> {
                out.writeInt(classes.length);
                for (ClassBytecodes each : classes) {
                    Text.write(out, each.name());
                    out.writeInt(each.bytecodes().length);
                    out.write(each.bytecodes());
                }
            });
        }

        private void send(byte[] load, int count) throws ClassInstallException {
            try (DataInputStream in = Message.open(errands.load(load))) {
                if (Answer.read(in) == Answer.DONE) {
                    return;
                }
                String why = Text.read(in);
                boolean[] installed = new boolean[count];
                int told = Math.min(count, in.available() > 0 ? in.readInt() : 0);
                for (int i = 0; i < told; i++) {
                    installed[i] = in.readBoolean();
                }
                throw new ClassInstallException(why, installed);
            } catch (IOException e) {
                throw new ClassInstallException(String.valueOf(e.getMessage()), new boolean[count]);
            }
        }

        @Override
        public void classesRedefined(ClassBytecodes[] classes) {
            throw new IllegalStateException("not redefined: "
                    + Arrays.stream(classes).map(ClassBytecodes::name).toList());
        }

        @Override
        public void addToClasspath(String path) {
            // The JVM was started with it.
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            throw new ClassNotFoundException(name + " is in the learner's JVM");
        }
    }
}
