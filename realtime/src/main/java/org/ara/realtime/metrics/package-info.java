/** What the engine counts and measures, for registries of meters. See {@code docs/metrics.md}. */
@NullMarked
package org.ara.realtime.metrics;

import org.jspecify.annotations.NullMarked;
