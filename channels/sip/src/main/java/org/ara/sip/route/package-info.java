/** Where requests leave: by which transport, to which address, on which connection. */
@NullMarked
package org.ara.sip.route;

import org.jspecify.annotations.NullMarked;
