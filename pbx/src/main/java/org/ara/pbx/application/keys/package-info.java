/** Applications that listen to the keys a caller presses. */
@NullMarked
package org.ara.pbx.application.keys;

import org.jspecify.annotations.NullMarked;
