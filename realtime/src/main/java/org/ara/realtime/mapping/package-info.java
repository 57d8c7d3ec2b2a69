/** Which family is kept where: {@code extconfig.conf} and what it says. */
@NullMarked
package org.ara.realtime.mapping;

import org.jspecify.annotations.NullMarked;
