/** SUBSCRIBE and NOTIFY (RFC 6665): phones that watch what numbers of the dialplan are doing. */
@NullMarked
package org.ara.sip.subscribe;

import org.jspecify.annotations.NullMarked;
