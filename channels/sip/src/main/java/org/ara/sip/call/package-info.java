/**
 * Calls: dialogs (RFC 3261 section 12), legs that the dialplan answers and legs that Dial makes,
 * each with its media; together a back-to-back agent.
 */
@NullMarked
package org.ara.sip.call;

import org.jspecify.annotations.NullMarked;
