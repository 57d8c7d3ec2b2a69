@NullMarked
package org.ara.realtime.batch;

import org.jspecify.annotations.NullMarked;
