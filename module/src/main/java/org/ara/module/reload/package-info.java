/**
 * Reloading in two steps: a {@link org.ara.module.reload.ReloadPlan} is worked out beside the
 * running configuration and checked, then put in force with one write.
 */
@NullMarked
package org.ara.module.reload;

import org.jspecify.annotations.NullMarked;
