/**
 * The Realtime switch: extensions that are rows of a family, looked up at each step of a call
 * ({@code spec/dialplan.md} section 5).
 */
@NullMarked
package org.ara.pbx.dialplan.realtime;

import org.jspecify.annotations.NullMarked;
