/** The {@code mysql} driver: a MySQL or MariaDB server that may come and go. */
@NullMarked
package org.ara.driver.sql.mysql;

import org.jspecify.annotations.NullMarked;
