/** What the engine tells of itself: caches, feeds, and the way of a single question. */
@NullMarked
package org.ara.realtime.status;

import org.jspecify.annotations.NullMarked;
