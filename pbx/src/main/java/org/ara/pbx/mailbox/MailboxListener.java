package org.ara.pbx.mailbox;

/** Is told when the messages of a mailbox become more or fewer; must be quick. */
@FunctionalInterface
public interface MailboxListener {

  /**
   * A mailbox changed.
   *
   * @param mailbox {@code box@context}
   */
  void changed(String mailbox, MessageCount now);
}
