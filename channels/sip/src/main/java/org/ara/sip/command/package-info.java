/** The console commands that begin with {@code sip}. */
@NullMarked
package org.ara.sip.command;

import org.jspecify.annotations.NullMarked;
