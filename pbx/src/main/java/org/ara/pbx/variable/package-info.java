/**
 * Variables of the dialplan: where names are read from, and the replacement of {@code ${...}} and
 * {@code $[...]} in a text ({@code spec/dialplan.md} section 8).
 */
@NullMarked
package org.ara.pbx.variable;

import org.jspecify.annotations.NullMarked;
