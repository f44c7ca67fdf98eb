package quorumbook.repl.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes of a submission as text: UTF-8, line ends of one kind, nothing that a terminal would obey. */
final class SubmittedText {
    /** A long answer has 10 KiB. */
    static final int LARGEST = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SubmittedText() {}

    /** @throws Refusal that says in which line something is no text */
    static String of(byte[] bytes, String shown) throws Refusal {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, chars, true);
        if (result.isError()) {
            throw new Refusal(shown + " is not text in UTF-8: byte " + in.position() + ", in line "
                    + lines(bytes, in.position()) + ", is no character" + otherEncoding(bytes) + ".");
        }
        String text = chars.flip().toString();
        // Editors on Windows begin a file with it, and end lines in their own way: no fault, and no part of the text.
        String plain = (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        refuseControls(plain, shown);
        return plain;
    }

    private static long lines(byte[] bytes, int before) {
        long line = 1;
        for (int at = 0; at < before; at++) {
            if (bytes[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String otherEncoding(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return first == 0xfffe || first == 0xfeff ? " (it was saved as UTF-16; save it as UTF-8)" : "";
    }

    private static void refuseControls(String text, String shown) throws Refusal {
        int line = 1;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\n') {
                line++;
            } else if (Character.isISOControl(each) && each != '\t' && each != '\f') {
                throw new Refusal(shown + " has a control character (" + String.format("U+%04X", (int) each)
                        + ") in line " + line + "; write it as an escape.");
            }
        }
    }
}
