/** The SIP channel driver. */
@NullMarked
package org.ara.sip;

import org.jspecify.annotations.NullMarked;
