/**
 * The PBX core: channels, the run loop that takes them through the dialplan, applications,
 * functions and bridges ({@code spec/dialplan.md}). Channel drivers put {@link
 * org.ara.pbx.Channel}s in and implement {@link org.ara.pbx.Leg}.
 */
@NullMarked
package org.ara.pbx;

import org.jspecify.annotations.NullMarked;
