package quorumbook.repl.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.execution.LocalExecutionControl;
import quorumbook.agent.Answer;
import quorumbook.agent.Message;
import quorumbook.agent.Op;
import quorumbook.agent.Text;
import quorumbook.agent.Thrown;
import quorumbook.repl.jvm.JvmEnded;

/**
 * What JShell speaks to: passes its calls to the learner's JVM. A subclass of the JDK's local control for one thing: from
 * JDK 20 on that weaves stop checks into the classes on their way to the loader. It never tells JShell that the JVM ended,
 * since JShell would close itself then.
 */
final class AgentControl extends LocalExecutionControl {
    private final LearnerJvm jvm;
    private final Supplier<Optional<Run>> current;
    private final Sending sending;
    private volatile boolean keepsInvocations;
    private volatile Optional<Consumer<byte[]>> witness = Optional.empty();

    private AgentControl(Sending sending, LearnerJvm jvm, Supplier<Optional<Run>> current) {
        super(sending);
        this.sending = sending;
        this.jvm = jvm;
        this.current = current;
    }

    static AgentControl of(LearnerJvm jvm, Supplier<Optional<Run>> current) {
        return new AgentControl(new Sending(jvm), jvm, current);
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
            jvm.invokeAgainWhenRestarted(invocation);
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
        Optional<Run> run = current.get();
        if (run.flatMap(Run::asked).isPresent()) {
            run.ifPresent(Run::stopped);
            throw new StoppedException();
        }
        byte[] reply;
        try {
            reply = jvm.command(command);
        } catch (JvmEnded e) {
            run.ifPresent(each -> each.jvmEnded(e.ending()));
            throw new StoppedException();
        }
        try (DataInputStream in = Message.open(reply)) {
            return read(in, run);
        } catch (IOException e) {
            throw new InternalException(e.toString());
        }
    }

    private static String read(DataInputStream in, Optional<Run> run)
            throws IOException, RunException, InternalException {
        Answer answer = Answer.values()[in.readByte()];
        switch (answer) {
            case VALUE -> {
                return Text.read(in);
            }
            case THROWN -> throw exception(Thrown.read(in));
            case UNRESOLVED -> throw new ResolutionException(in.readInt(), Thrown.readStack(in));
            case STOPPED -> {
                run.ifPresent(Run::stopped);
                throw new StoppedException();
            }
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
        private final LearnerJvm jvm;
        private volatile Optional<Capture> diversion = Optional.empty();

        Sending(LearnerJvm jvm) {
            this.jvm = jvm;
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
            try (DataInputStream in = Message.open(reply(load))) {
                if (Answer.values()[in.readByte()] == Answer.DONE) {
                    return;
                }
                String why = Text.read(in);
                boolean[] installed = new boolean[count];
                int told = in.available() > 0 ? in.readInt() : 0;
                for (int i = 0; i < told; i++) {
                    installed[i] = in.readBoolean();
                }
                throw new ClassInstallException(why, installed);
            } catch (IOException | JvmEnded e) {
                throw new ClassInstallException(String.valueOf(e.getMessage()), new boolean[count]);
            }
        }

        /** No code of the learner's runs while classes are loaded, so an end then is not its doing: once more. */
        private byte[] reply(byte[] load) throws JvmEnded {
            try {
                return jvm.load(load);
            } catch (JvmEnded e) {
                return jvm.load(load);
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
