package quorumbook.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Defines the classes that JShell compiled. */
final class SnippetLoader extends ClassLoader {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    SnippetLoader() {
        super("learner", ClassLoader.getSystemClassLoader());
    }

    void declare(String name, byte[] bytes) {
        waiting.put(name, bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = waiting.remove(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
