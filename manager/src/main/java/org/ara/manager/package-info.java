/** The console: the command registry and its Unix socket. */
@NullMarked
package org.ara.manager;

import org.jspecify.annotations.NullMarked;
