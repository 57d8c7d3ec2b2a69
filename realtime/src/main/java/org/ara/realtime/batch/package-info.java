/**
 * What arrives while a storage is busy leaves together: for drivers that can ask many things at
 * once.
 */
@NullMarked
package org.ara.realtime.batch;

import org.jspecify.annotations.NullMarked;
