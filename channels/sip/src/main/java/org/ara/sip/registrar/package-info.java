/** REGISTER: who is where, until when (RFC 3261 section 10), kept in the peer's row. */
@NullMarked
package org.ara.sip.registrar;

import org.jspecify.annotations.NullMarked;
