/** From files to classes: whose file counts, what is laid over what, and javac. */
@NullMarked
package edgecraft.workshop.stage;

import org.jspecify.annotations.NullMarked;
