/** One server for one run directory: the lock that a second one meets. */
@NullMarked
package org.ara.server.instance;

import org.jspecify.annotations.NullMarked;
