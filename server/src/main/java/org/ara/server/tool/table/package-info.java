/** The tables that an installation's mappings mean, for tools that look at databases. */
@NullMarked
package org.ara.server.tool.table;

import org.jspecify.annotations.NullMarked;
