/** {@code ./ara import}: configuration files made rows of tables, and back. */
@NullMarked
package org.ara.server.tool.importing;

import org.jspecify.annotations.NullMarked;
