/** The application Dial: calls phones, passes on what they say, connects the first that answers. */
@NullMarked
package org.ara.pbx.dial;

import org.jspecify.annotations.NullMarked;
