/** What {@code sip.conf} and {@code rtp.conf} say about the driver as a whole. */
@NullMarked
package org.ara.sip.settings;

import org.jspecify.annotations.NullMarked;
