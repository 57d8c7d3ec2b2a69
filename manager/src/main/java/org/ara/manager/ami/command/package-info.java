/** The console's commands about the manager interface. */
@NullMarked
package org.ara.manager.ami.command;

import org.jspecify.annotations.NullMarked;
