/**
 * What {@code manager.conf} says: how the manager interface is reached, by whom, and their rights.
 */
@NullMarked
package org.ara.manager.ami.account;

import org.jspecify.annotations.NullMarked;
