/** Programs of the launcher that do their work and end: {@code ./ara import}. */
@NullMarked
package org.ara.server.tool;

import org.jspecify.annotations.NullMarked;
