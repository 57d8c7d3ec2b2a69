/** This server as a customer of others: registrations at providers, and the calls they bring. */
@NullMarked
package org.ara.sip.provider;

import org.jspecify.annotations.NullMarked;
