/** The module loader, main, the demo and the distribution. */
@NullMarked
package org.ara.server;

import org.jspecify.annotations.NullMarked;
