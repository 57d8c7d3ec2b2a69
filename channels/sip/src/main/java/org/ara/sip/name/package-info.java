/** What names stand for: addresses, services and rules, asked of name servers and remembered. */
@NullMarked
package org.ara.sip.name;

import org.jspecify.annotations.NullMarked;
