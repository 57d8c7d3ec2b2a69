/** One SQL machinery and its small dialects, serving families from SQL databases. */
@NullMarked
package org.ara.driver.sql;

import org.jspecify.annotations.NullMarked;
