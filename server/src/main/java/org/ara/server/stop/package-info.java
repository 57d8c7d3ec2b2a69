/** The end of the server, and the new start after it. */
@NullMarked
package org.ara.server.stop;

import org.jspecify.annotations.NullMarked;
