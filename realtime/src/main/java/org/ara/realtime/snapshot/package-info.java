/**
 * Known answers on disk: one file for each family, written aside and renamed, checked as a whole
 * before anything in it is believed.
 */
@NullMarked
package org.ara.realtime.snapshot;

import org.jspecify.annotations.NullMarked;
