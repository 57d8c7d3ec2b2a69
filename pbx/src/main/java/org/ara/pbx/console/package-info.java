/** Console commands about channels and calls ({@code spec/ami-cli.md} section 11). */
@NullMarked
package org.ara.pbx.console;

import org.jspecify.annotations.NullMarked;
