/** The engine and its drivers as a library, by the example of the documentation. */
@NullMarked
package org.ara.driver.sql.library;

import org.jspecify.annotations.NullMarked;
