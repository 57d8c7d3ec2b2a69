/**
 * Databases behind a server on a network: a pool of connections with deadlines, and whether the
 * server is there.
 */
@NullMarked
package org.ara.driver.sql.server;

import org.jspecify.annotations.NullMarked;
