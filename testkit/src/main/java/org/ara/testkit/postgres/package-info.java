/**
 * A real PostgreSQL server for tests, benchmarks and the demo: it can be stopped, killed and
 * started again.
 */
@NullMarked
package org.ara.testkit.postgres;

import org.jspecify.annotations.NullMarked;
