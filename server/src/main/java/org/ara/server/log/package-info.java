/** Where messages go: the terminal and {@code astlogdir/messages}, under Asterisk's level names. */
@NullMarked
package org.ara.server.log;

import org.jspecify.annotations.NullMarked;
