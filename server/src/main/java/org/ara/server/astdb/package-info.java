/** The server's own small database (AstDB): where it is kept, and its console commands. */
@NullMarked
package org.ara.server.astdb;

import org.jspecify.annotations.NullMarked;
