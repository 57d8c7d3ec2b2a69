/** The manager interface on the wire: cutting bytes into messages, listeners, TLS. */
@NullMarked
package org.ara.manager.ami.wire;

import org.jspecify.annotations.NullMarked;
