/**
 * Digest authentication, both sides: RFC 7616 with MD5 and SHA-256 as RFC 8760 brings it to SIP,
 * and the older form without {@code qop} that RFC 2069 clients still send.
 */
@NullMarked
package org.ara.sip.digest;

import org.jspecify.annotations.NullMarked;
