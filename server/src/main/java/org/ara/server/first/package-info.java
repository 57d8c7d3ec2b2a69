/** The first start on a machine where nothing is configured yet. */
@NullMarked
package org.ara.server.first;

import org.jspecify.annotations.NullMarked;
