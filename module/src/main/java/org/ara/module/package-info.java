/**
 * The contract between the server and what it loads: a {@link org.ara.module.Module} implements one
 * small interface, is found by {@link java.util.ServiceLoader}, and is handed a {@link
 * org.ara.module.ModuleContext} with everything it may touch.
 */
@NullMarked
package org.ara.module;

import org.jspecify.annotations.NullMarked;
