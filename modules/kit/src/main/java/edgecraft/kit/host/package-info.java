/** Runs learners' servers in a JVM of their own, over a private line to the judge. Not for use in exercises. */
@NullMarked
package edgecraft.kit.host;

import org.jspecify.annotations.NullMarked;
