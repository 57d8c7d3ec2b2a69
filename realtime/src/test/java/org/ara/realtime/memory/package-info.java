/** A storage in memory that keeps the driver contract, for the tests of the engine. */
@NullMarked
package org.ara.realtime.memory;

import org.jspecify.annotations.NullMarked;
