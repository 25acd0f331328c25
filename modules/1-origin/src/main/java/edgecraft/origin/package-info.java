/** Module 1: the origin, a website served from a bucket. */
@NullMarked
package edgecraft.origin;

import org.jspecify.annotations.NullMarked;
