package quorumbook.repl.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips as learners make them, and as nobody should. */
final class Zips {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    private Zips() {}

    static Zips zip() {
        return new Zips();
    }

    Zips with(String name, String text) {
        return with(new ZipArchiveEntry(name), text.getBytes(StandardCharsets.UTF_8));
    }

    Zips with(String name, byte[] content) {
        return with(new ZipArchiveEntry(name), content);
    }

    Zips withLink(String name, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
        return with(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    Zips withMode(String name, int mode) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        return with(entry, new byte[0]);
    }

    /** Extra fields of four bytes each, each with an id of its own. */
    Zips withExtra(String name, int bytes) {
        ByteBuffer extra = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int id = 0x4000; extra.hasRemaining(); id++) {
            extra.putShort((short) id).putShort((short) 0);
        }
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setExtra(extra.array());
        return with(entry, new byte[0]);
    }

    private Zips with(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path at(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
