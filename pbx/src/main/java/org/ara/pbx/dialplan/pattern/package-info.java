/**
 * Extension names and patterns: their language, their order, and the map that finds the right one
 * for a number without looking at the others ({@code spec/dialplan.md} section 1).
 */
@NullMarked
package org.ara.pbx.dialplan.pattern;

import org.jspecify.annotations.NullMarked;
