package quorumbook.repl.jvm;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that comes in pieces, a character possibly in two of them. For one thread. */
final class Decoder {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] left = new byte[0];

    String decode(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(left.length + piece.length)
                .put(left)
                .put(piece)
                .flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, text, false);
        left = new byte[bytes.remaining()];
        bytes.get(left);
        return text.flip().toString();
    }
}
