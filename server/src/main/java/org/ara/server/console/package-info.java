/**
 * The operator's side of the console: {@code ./ara -rx} in one class on nothing but the JDK, and
 * the interactive console.
 */
@NullMarked
package org.ara.server.console;

import org.jspecify.annotations.NullMarked;
