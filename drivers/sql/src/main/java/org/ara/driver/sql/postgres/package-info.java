/** The {@code pgsql} driver: a PostgreSQL server that may come and go. */
@NullMarked
package org.ara.driver.sql.postgres;

import org.jspecify.annotations.NullMarked;
