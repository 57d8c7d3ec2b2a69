/**
 * A telephone for tests, written to be independent of Ara: plain text SIP over UDP (RFC 3261), SDP
 * (RFC 8866), digest (RFC 2617, RFC 7616) and audio that is checked by its samples.
 *
 * <p>It is strict about what it receives: what a phone must not be sent is kept as a violation and
 * fails whatever the test waits for next.
 */
@NullMarked
package org.ara.testkit.sip;

import org.jspecify.annotations.NullMarked;
