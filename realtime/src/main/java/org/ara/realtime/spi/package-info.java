/**
 * What a storage implements to serve families. Everything below this line knows rows and columns;
 * nothing below it knows what a phone is.
 */
@NullMarked
package org.ara.realtime.spi;

import org.jspecify.annotations.NullMarked;
