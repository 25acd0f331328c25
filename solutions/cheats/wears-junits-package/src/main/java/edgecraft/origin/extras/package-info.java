/** Not where it says it is. */
@Deprecated
package org.junit.jupiter.api;
