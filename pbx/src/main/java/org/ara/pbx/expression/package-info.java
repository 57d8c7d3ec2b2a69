/**
 * Expressions of the dialplan, {@code $[ ... ]}, and the rule by which a text is true ({@code
 * spec/dialplan.md} section 9).
 */
@NullMarked
package org.ara.pbx.expression;

import org.jspecify.annotations.NullMarked;
