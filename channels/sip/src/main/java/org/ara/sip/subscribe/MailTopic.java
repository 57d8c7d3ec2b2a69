package org.ara.sip.subscribe;

import java.util.List;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.sip.peer.Mail;

/**
 * How many messages a peer has (RFC 3842).
 *
 * @param account where to listen to them, as a URI
 */
record MailTopic(Mailboxes all, Mail mail, String account) implements Topic<MessageCount> {

  static final String EVENT = "message-summary";
  static final String TYPE = "application/simple-message-summary";

  /** A mailbox as its changes are told, which no device is named like. */
  static String thing(String mailbox) {
    return "mailbox:" + mailbox;
  }

  @Override
  public String event() {
    return EVENT;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String user() {
    return mail.extension();
  }

  @Override
  public List<String> things() {
    return mail.mailboxes().stream().map(MailTopic::thing).toList();
  }

  @Override
  public MessageCount now() {
    return all.together(mail.mailboxes());
  }

  @Override
  public String body(MessageCount snapshot, int version) {
    return body(mail, account, snapshot);
  }

  /** What a phone is told, whether it asked or not. */
  static String body(Mail mail, String account, MessageCount count) {
    return "Messages-Waiting: "
        + (count.waiting() ? "yes" : "no")
        + "\r\nMessage-Account: "
        + account
        + "\r\nVoice-Message: "
        + count.fresh()
        + '/'
        + count.old()
        + (mail.plain() ? "" : " (0/0)")
        + "\r\n";
  }

  @Override
  public String shown(MessageCount snapshot) {
    return snapshot.fresh() + "/" + snapshot.old();
  }

  @Override
  public String number() {
    return "--";
  }

  @Override
  public String mailboxes() {
    return String.join(",", mail.mailboxes());
  }
}
