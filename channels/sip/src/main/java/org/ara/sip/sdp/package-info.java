/**
 * Session descriptions (RFC 8866) and what is made of them: the offer/answer exchange of RFC 3264
 * for one stream of audio.
 */
@NullMarked
package org.ara.sip.sdp;

import org.jspecify.annotations.NullMarked;
