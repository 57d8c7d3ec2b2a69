/**
 * The run loop: takes a channel from step to step through the dialplan to its end ({@code
 * spec/dialplan.md} section 4).
 */
@NullMarked
package org.ara.pbx.run;

import org.jspecify.annotations.NullMarked;
