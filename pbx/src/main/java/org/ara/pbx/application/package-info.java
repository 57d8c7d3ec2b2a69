/**
 * Dialplan applications: what one is, what it is given, and the registry the run loop finds it in
 * ({@code spec/dialplan.md} sections 10 and 11).
 */
@NullMarked
package org.ara.pbx.application;

import org.jspecify.annotations.NullMarked;
