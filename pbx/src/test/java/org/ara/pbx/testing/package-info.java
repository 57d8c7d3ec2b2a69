/** A channel technology in memory, and a core with real modules around it, for tests. */
@NullMarked
package org.ara.pbx.testing;

import org.jspecify.annotations.NullMarked;
