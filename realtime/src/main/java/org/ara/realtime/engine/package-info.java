/** The engine behind {@link org.ara.realtime.Realtime}: routing of families to tables, failover. */
@NullMarked
package org.ara.realtime.engine;

import org.jspecify.annotations.NullMarked;
