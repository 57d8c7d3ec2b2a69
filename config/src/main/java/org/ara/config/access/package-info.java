/** Who may, by address: lists of permit and deny lines as several configuration files hold them. */
@NullMarked
package org.ara.config.access;

import org.jspecify.annotations.NullMarked;
