/**
 * NOTIFY requests that no phone asked for: what {@code sip notify} and clients of the manager send.
 */
@NullMarked
package org.ara.sip.nudge;

import org.jspecify.annotations.NullMarked;
