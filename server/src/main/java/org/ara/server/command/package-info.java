/** The console commands about modules and about the end of the program. */
@NullMarked
package org.ara.server.command;

import org.jspecify.annotations.NullMarked;
