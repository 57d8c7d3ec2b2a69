/** Applications that answer, indicate, wait and hang up. */
@NullMarked
package org.ara.pbx.application.signalling;

import org.jspecify.annotations.NullMarked;
