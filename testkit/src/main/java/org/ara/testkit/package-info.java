/**
 * Real servers on free ports, a SIP phone and a faulty proxy, for tests and for the demo. Knows
 * nothing of Ara.
 */
@NullMarked
package org.ara.testkit;

import org.jspecify.annotations.NullMarked;
