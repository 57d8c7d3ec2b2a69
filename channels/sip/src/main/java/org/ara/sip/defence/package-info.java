/**
 * What keeps strangers from making work: everything here is decided before a database is asked, in
 * bounded memory.
 */
@NullMarked
package org.ara.sip.defence;

import org.jspecify.annotations.NullMarked;
