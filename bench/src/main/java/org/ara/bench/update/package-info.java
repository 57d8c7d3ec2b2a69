/** Durable updates of the columns that a registration writes. */
@NullMarked
package org.ara.bench.update;

import org.jspecify.annotations.NullMarked;
