/**
 * Where messages go: files, syslog and consoles as {@code logger.conf} says, under Asterisk's level
 * names, and the commands about it.
 */
@NullMarked
package org.ara.server.log;

import org.jspecify.annotations.NullMarked;
