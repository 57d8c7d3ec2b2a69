/**
 * The server's log as modules see it: what they tell an operator with a number ({@link
 * org.ara.module.log.VerboseLog}), and what they may do with the log itself ({@link
 * org.ara.module.log.ServerLog}). Everything else they log through SLF4J.
 */
@NullMarked
package org.ara.module.log;

import org.jspecify.annotations.NullMarked;
