/** Files as others rely on them: written whole, known by their checksums. Knows nothing of what is in them. */
@NullMarked
package quorumbook.repl.file;

import org.jspecify.annotations.NullMarked;
