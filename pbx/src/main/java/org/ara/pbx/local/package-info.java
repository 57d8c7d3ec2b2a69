/** Calls into the dialplan: {@code Dial(Local/number@context)}. */
@NullMarked
package org.ara.pbx.local;

import org.jspecify.annotations.NullMarked;
