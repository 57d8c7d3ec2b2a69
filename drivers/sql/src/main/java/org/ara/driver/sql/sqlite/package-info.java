/**
 * The {@code sqlite3} driver: the embedded default, one file that other programs may use meanwhile.
 */
@NullMarked
package org.ara.driver.sql.sqlite;

import org.jspecify.annotations.NullMarked;
