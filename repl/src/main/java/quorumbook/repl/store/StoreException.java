package quorumbook.repl.store;

import java.io.IOException;

/** The output folder or a receipt cannot be used; the message is a sentence for the person who gave it. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreException(String sentence) {
        super(sentence);
    }

    StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
