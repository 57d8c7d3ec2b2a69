/**
 * Options of a configuration file as a declarative list: an {@link
 * org.ara.config.option.OptionTable} of {@link org.ara.config.option.Option}s reads a category or a
 * database row into typed {@link org.ara.config.option.OptionValues}, complains about what it does
 * not know, and renders its own reference page.
 */
@NullMarked
package org.ara.config.option;

import org.jspecify.annotations.NullMarked;
