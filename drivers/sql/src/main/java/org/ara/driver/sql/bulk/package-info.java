/** Many rows of a table written in one transaction, for tools. */
@NullMarked
package org.ara.driver.sql.bulk;

import org.jspecify.annotations.NullMarked;
