/**
 * Peers: the accounts, phones and trunks that calls come from and go to. Whether one is a section
 * of {@code sip.conf} or a row of {@code sippeers}, it is read with the same option table and built
 * by the same builder.
 */
@NullMarked
package org.ara.sip.peer;

import org.jspecify.annotations.NullMarked;
