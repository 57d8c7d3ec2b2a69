/** The scenario {@code lookup}: finding one peer of many by its name, beside raw JDBC. */
@NullMarked
package org.ara.bench.lookup;

import org.jspecify.annotations.NullMarked;
