package quorumbook.repl.format;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorumbook.repl.rubric.Scored;

/** What a format wrote, read back from its files. */
record Written(Map<String, String> files) {
    static Written by(String format, Path folder, List<Scored> results) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Formats.named(format).orElseThrow().write(folder, results)) {
            // Strict: bytes that are no UTF-8 are refused.
            files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return new Written(files);
    }

    /** The only file whose name ends so. */
    String only(String ending) {
        List<String> found = files.entrySet().stream()
                .filter(each -> each.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " files end in " + ending + " among " + files.keySet());
        }
        return found.get(0);
    }

    /** What is wrong with those files by the schema of that name. */
    List<String> against(String schema, String ending) {
        List<String> wrong = new ArrayList<>();
        try (InputStream in = Written.class.getResourceAsStream(schema)) {
            var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            files.forEach((name, text) -> {
                if (name.endsWith(ending)) {
                    for (Error error : validator.validate(text, InputFormat.JSON)) {
                        wrong.add(name + ": " + error);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wrong;
    }
}
