/** The commands about the program itself: {@code core show version|uptime|help}. */
@NullMarked
package org.ara.manager.command;

import org.jspecify.annotations.NullMarked;
