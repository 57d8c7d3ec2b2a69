/** The console commands of the engine: {@code realtime ...}, {@code core show config mappings}. */
@NullMarked
package org.ara.realtime.console;

import org.jspecify.annotations.NullMarked;
