/** Puts a freshly built tool into place. */
@NullMarked
package edgecraft.workshop.install;

import org.jspecify.annotations.NullMarked;
