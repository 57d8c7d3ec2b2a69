/** What phones are doing, and the numbers of the dialplan that tell of it (hints). */
@NullMarked
package org.ara.pbx.device;

import org.jspecify.annotations.NullMarked;
