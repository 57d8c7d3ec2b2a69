/** {@code ./ara schema}: creates, checks and extends the tables of the mapped families. */
@NullMarked
package org.ara.server.tool.schema;

import org.jspecify.annotations.NullMarked;
