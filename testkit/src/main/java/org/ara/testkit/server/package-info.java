/** What the database servers of the test kit have in common: a port and a directory. */
@NullMarked
package org.ara.testkit.server;

import org.jspecify.annotations.NullMarked;
