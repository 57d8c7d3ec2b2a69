/** The scenario {@code cache}: answers from memory, and how soon a change is seen. */
@NullMarked
package org.ara.bench.cache;

import org.jspecify.annotations.NullMarked;
