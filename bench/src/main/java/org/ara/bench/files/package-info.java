/** Configuration files that are tables: how long they take to load. */
@NullMarked
package org.ara.bench.files;

import org.jspecify.annotations.NullMarked;
