/** The realtime engine for programs of your own, with whatever drivers are on the class path. */
@NullMarked
package org.ara.realtime.library;

import org.jspecify.annotations.NullMarked;
