/** {@code ./ara doctor}: what is wrong with an installation's databases, and what mends it. */
@NullMarked
package org.ara.server.tool.doctor;

import org.jspecify.annotations.NullMarked;
