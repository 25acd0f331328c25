/** The proof that attacks on the judge gain nothing. */
@NullMarked
package edgecraft.cheats;

import org.jspecify.annotations.NullMarked;
