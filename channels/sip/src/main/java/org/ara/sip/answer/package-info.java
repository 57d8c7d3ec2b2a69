/** What every part of the driver needs to answer requests: identity, credentials, usual headers. */
@NullMarked
package org.ara.sip.answer;

import org.jspecify.annotations.NullMarked;
