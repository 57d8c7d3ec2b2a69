/**
 * Dialplan functions: {@code ${CALLERID(num)}} and {@code Set(CALLERID(num)=100)}, their registry,
 * and what names mean on a channel ({@code spec/dialplan.md} sections 8 and 12).
 */
@NullMarked
package org.ara.pbx.function;

import org.jspecify.annotations.NullMarked;
