/** Applications that set variables and write to the log. */
@NullMarked
package org.ara.pbx.application.text;

import org.jspecify.annotations.NullMarked;
