package quorumbook.repl.store;

import java.nio.charset.StandardCharsets;

/** Any words as the name of a file, the same on every system: what is not plain ASCII is written as in an address. */
final class FileName {
    private FileName() {}

    /** Different words have different names, and a name has no meaning to a file system. */
    static String of(String words) {
        StringBuilder name = new StringBuilder();
        for (byte each : words.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9';
            boolean inside = "-_@+".indexOf(each) >= 0 || each == '.' && !name.isEmpty();
            if (letter || inside) {
                name.append((char) each);
            } else {
                name.append(String.format("%%%02X", each & 0xff));
            }
        }
        return name.isEmpty() ? "%" : name.toString();
    }
}
