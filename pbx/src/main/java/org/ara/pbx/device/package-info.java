/** What devices are doing, for hints, queues and whoever watches. */
@NullMarked
package org.ara.pbx.device;

import org.jspecify.annotations.NullMarked;
