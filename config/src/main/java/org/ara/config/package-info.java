/**
 * The configuration model shared by files and databases: a {@link org.ara.config.Configuration} is
 * an ordered list of categories, each an ordered list of variables that know where they come from.
 * The grammar is that of {@code spec/engine.md} section 1.
 */
@NullMarked
package org.ara.config;

import org.jspecify.annotations.NullMarked;
