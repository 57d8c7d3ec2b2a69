/** A TCP proxy with faults on demand, for outages that a real server cannot be asked to have. */
@NullMarked
package org.ara.testkit.proxy;

import org.jspecify.annotations.NullMarked;
