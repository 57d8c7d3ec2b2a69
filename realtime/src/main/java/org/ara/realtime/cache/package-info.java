/**
 * Answers that are kept: the table they are found in, bounded in bytes, and the ledgers of changes
 * that say whether they still hold.
 */
@NullMarked
package org.ara.realtime.cache;

import org.jspecify.annotations.NullMarked;
