/** Console commands and manager actions about endpoints: {@code pjsip show endpoints}. */
@NullMarked
package org.ara.sip.pjsip;

import org.jspecify.annotations.NullMarked;
