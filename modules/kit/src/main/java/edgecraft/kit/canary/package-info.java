/** What tries to break out of a sandbox in the place of a learner's code, before that is let in. */
@NullMarked
package edgecraft.kit.canary;

import org.jspecify.annotations.NullMarked;
