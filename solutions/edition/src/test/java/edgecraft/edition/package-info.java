/** The proof that what learners are given holds what it must, and nothing that it must not. */
@NullMarked
package edgecraft.edition;

import org.jspecify.annotations.NullMarked;
