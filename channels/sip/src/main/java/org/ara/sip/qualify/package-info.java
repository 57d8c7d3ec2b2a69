/** Finds out which peers are there: OPTIONS now and then, and empty packets that keep ways open. */
@NullMarked
package org.ara.sip.qualify;

import org.jspecify.annotations.NullMarked;
