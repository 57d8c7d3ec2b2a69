/**
 * Real-time media over UDP: RTP (RFC 3550, RFC 3551), telephone events (RFC 4733) passed through,
 * one session for each leg of a call.
 */
@NullMarked
package org.ara.sip.rtp;

import org.jspecify.annotations.NullMarked;
