/** Further names of console commands ({@code cli_aliases.conf}). */
@NullMarked
package org.ara.manager.alias;

import org.jspecify.annotations.NullMarked;
