/** Events of the manager interface: their text, their filters, and where they come from. */
@NullMarked
package org.ara.manager.ami.event;

import org.jspecify.annotations.NullMarked;
