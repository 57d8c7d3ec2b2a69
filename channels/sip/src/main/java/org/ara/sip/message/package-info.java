/**
 * The SIP message: immutable requests and responses, their header fields and URIs, the parser and
 * the writer (RFC 3261 sections 7, 19, 20 and 25).
 */
@NullMarked
package org.ara.sip.message;

import org.jspecify.annotations.NullMarked;
