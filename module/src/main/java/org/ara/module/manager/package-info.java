/**
 * What modules offer to the manager interface without knowing it: {@link
 * org.ara.module.manager.ManagerAction}s that its clients may ask for and {@link
 * org.ara.module.manager.ManagerEvent}s that they are told, both by way of the {@link
 * org.ara.module.manager.ManagerBoard}.
 */
@NullMarked
package org.ara.module.manager;

import org.jspecify.annotations.NullMarked;
