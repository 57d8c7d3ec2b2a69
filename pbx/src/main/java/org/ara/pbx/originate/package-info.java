/** Calls that the server itself begins. */
@NullMarked
package org.ara.pbx.originate;

import org.jspecify.annotations.NullMarked;
