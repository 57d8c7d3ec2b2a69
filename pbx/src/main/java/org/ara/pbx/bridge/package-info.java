/** Two channels talking to each other: their media connected, their signals passed on. */
@NullMarked
package org.ara.pbx.bridge;

import org.jspecify.annotations.NullMarked;
