/**
 * Endpoints, addresses of record and contacts as today's {@code ps_*} tables hold them ({@code
 * spec/channels.md} section 3).
 */
@NullMarked
package org.ara.sip.endpoint;

import org.jspecify.annotations.NullMarked;
