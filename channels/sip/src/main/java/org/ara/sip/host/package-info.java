/** Where peers are whose host is a name, known without waiting. */
@NullMarked
package org.ara.sip.host;

import org.jspecify.annotations.NullMarked;
