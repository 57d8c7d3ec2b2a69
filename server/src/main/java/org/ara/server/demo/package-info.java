/**
 * The main job shown on a fresh machine: a server with an empty embedded database, two phones, and
 * a second database connection that inserts, changes and deletes rows while they call.
 */
@NullMarked
package org.ara.server.demo;

import org.jspecify.annotations.NullMarked;
