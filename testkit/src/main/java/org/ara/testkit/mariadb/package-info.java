/** A real MariaDB server for tests and benchmarks: it can be stopped, killed and started again. */
@NullMarked
package org.ara.testkit.mariadb;

import org.jspecify.annotations.NullMarked;
