package quorumbook.answers.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import quorumbook.labs.Lab;

/** A package compiled anew with a {@link Switch} around each clause, in memory, beside the package as it is. */
final class Compiled extends ClassLoader {
    private final Map<String, byte[]> classes;

    private Compiled(Map<String, byte[]> classes) {
        super(Compiled.class.getClassLoader());
        this.classes = classes;
    }

    static List<String> options() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of("-proc:none", "-nowarn", "-classpath", tests);
    }

    /** Compiles the folder's sources; the n-th clause asks the switch under the number n. */
    static Compiled with(List<JudgeSources.Found> clauses, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                JavaFileManager memory = new Memory(files, written);
                Stream<Path> listed = Files.list(folder)) {
            List<JavaFileObject> sources = listed.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> source(file, clauses))
                    .toList();
            if (!compiler.getTask(complaints, memory, null, options(), null, sources)
                    .call()) {
                throw new IllegalStateException("The clauses of " + folder + " cannot be taken out:\n" + complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return new Compiled(classes);
    }

    private static JavaFileObject source(Path file, List<JudgeSources.Found> clauses) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String switched = switched(text, file, clauses);
        return new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return switched;
            }
        };
    }

    /** One end of a clause; at the same place a longer clause opens first and closes last. */
    private record Edge(long at, boolean opens, long length, String text) {}

    private static String switched(String text, Path file, List<JudgeSources.Found> clauses) {
        List<Edge> edges = new ArrayList<>();
        for (int number = 0; number < clauses.size(); number++) {
            JudgeSources.Found found = clauses.get(number);
            if (found.file().equals(file)) {
                long length = found.end() - found.start();
                String call = Switch.class.getName() + ".of(" + number + ", ";
                edges.add(new Edge(found.start(), true, -length, call));
                edges.add(new Edge(found.end(), false, length, ")"));
            }
        }
        edges.sort(Comparator.comparingLong(Edge::at).thenComparing(Edge::opens).thenComparingLong(Edge::length));
        StringBuilder switched = new StringBuilder();
        int copied = 0;
        for (Edge edge : edges) {
            switched.append(text, copied, (int) edge.at()).append(edge.text());
            copied = (int) edge.at();
        }
        return switched.append(text.substring(copied)).toString();
    }

    /** The same lab, of the classes with switches. */
    Lab twin(Lab lab) {
        try {
            return (Lab) loadClass(lab.getClass().getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot load " + lab.id() + " with switches", e);
        }
    }

    /** The package's own classes come from here, whoever asks. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!classes.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            byte[] bytes = classes.get(name);
            return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
        }
    }

    /** Keeps what is compiled. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
