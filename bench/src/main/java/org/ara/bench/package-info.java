/** Load scenarios, each with its peer beside it. */
@NullMarked
package org.ara.bench;

import org.jspecify.annotations.NullMarked;
