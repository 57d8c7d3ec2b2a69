/** What the change feeds of all databases have in common: who listens, and how a feed mends. */
@NullMarked
package org.ara.driver.sql.feed;

import org.jspecify.annotations.NullMarked;
