/** What {@code asterisk.conf} says: directories and options of the whole program. */
@NullMarked
package org.ara.server.settings;

import org.jspecify.annotations.NullMarked;
