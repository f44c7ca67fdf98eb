/** The one class that JShell's own instrumentation calls by name. Knows nothing of who asks for the stop. */
@NullMarked
package REPL;

import org.jspecify.annotations.NullMarked;
