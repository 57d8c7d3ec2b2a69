/**
 * One end of a media stream that keeps books: what arrived, in which order, and what it sounds like
 * (RFC 3550, RFC 3551, RFC 4733).
 */
@NullMarked
package org.ara.testkit.rtp;

import org.jspecify.annotations.NullMarked;
