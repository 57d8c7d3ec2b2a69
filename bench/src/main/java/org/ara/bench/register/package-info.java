/**
 * The scenario {@code register}: challenge and authenticated REGISTER of one of many peers, beside
 * Kamailio where it can be had.
 */
@NullMarked
package org.ara.bench.register;

import org.jspecify.annotations.NullMarked;
