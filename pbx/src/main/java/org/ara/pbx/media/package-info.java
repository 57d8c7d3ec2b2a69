/** Audio as the core moves it: codecs, frames and the ports they go through. */
@NullMarked
package org.ara.pbx.media;

import org.jspecify.annotations.NullMarked;
