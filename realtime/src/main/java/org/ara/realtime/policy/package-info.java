/** How each family is cached and what it does while its storage is away: {@code realtime.conf}. */
@NullMarked
package org.ara.realtime.policy;

import org.jspecify.annotations.NullMarked;
