/** What a bucket policy lets whom do, as IAM decides it. */
@NullMarked
package edgecraft.access.checks.policy;

import org.jspecify.annotations.NullMarked;
