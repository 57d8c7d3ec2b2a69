/** What reaches the system beneath the server and is therefore only for those who may. */
@NullMarked
package org.ara.manager.ami.guard;

import org.jspecify.annotations.NullMarked;
