/** What the engine promises to programs of others. */
@NullMarked
package org.ara.realtime.library;

import org.jspecify.annotations.NullMarked;
