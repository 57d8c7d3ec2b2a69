/** The scenario {@code outage}: a database is killed under load and comes back. */
@NullMarked
package org.ara.bench.outage;

import org.jspecify.annotations.NullMarked;
