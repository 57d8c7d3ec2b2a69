/** Configuration files whose lines are rows of a table: Asterisk's static realtime. */
@NullMarked
package org.ara.realtime.files;

import org.jspecify.annotations.NullMarked;
