/** Applications that play to a caller and listen. */
@NullMarked
package org.ara.pbx.application.audio;

import org.jspecify.annotations.NullMarked;
