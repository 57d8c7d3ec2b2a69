/** The core as loadable modules: {@code pbx_core} and the applications and functions around it. */
@NullMarked
package org.ara.pbx.loadable;

import org.jspecify.annotations.NullMarked;
