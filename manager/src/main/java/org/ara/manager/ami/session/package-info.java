/** Sessions of the manager interface: login, one action at a time, events in between. */
@NullMarked
package org.ara.manager.ami.session;

import org.jspecify.annotations.NullMarked;
