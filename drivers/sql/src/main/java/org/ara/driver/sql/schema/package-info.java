/**
 * The well-known tables as statements for each database, for the demo, the tests and {@code ./ara
 * schema}.
 */
@NullMarked
package org.ara.driver.sql.schema;

import org.jspecify.annotations.NullMarked;
