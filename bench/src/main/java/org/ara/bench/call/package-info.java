/** Calls under load: how many can be set up and torn down, and what relaying their media costs. */
@NullMarked
package org.ara.bench.call;

import org.jspecify.annotations.NullMarked;
