/**
 * SIP over the network: sockets, where answers go (RFC 3261 section 18, RFC 3581) and what was
 * dropped.
 */
@NullMarked
package org.ara.sip.transport;

import org.jspecify.annotations.NullMarked;
