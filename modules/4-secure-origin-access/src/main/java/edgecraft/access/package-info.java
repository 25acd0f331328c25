/** Module 4: a door, which signs what goes to the bucket, and a gate, which lets in who may ask. */
@NullMarked
package edgecraft.access;

import org.jspecify.annotations.NullMarked;
