/** What waits in mailboxes, as phones and clients are told, wherever the messages are kept. */
@NullMarked
package org.ara.pbx.mailbox;

import org.jspecify.annotations.NullMarked;
