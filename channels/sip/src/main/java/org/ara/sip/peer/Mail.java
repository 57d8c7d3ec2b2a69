package org.ara.sip.peer;

import java.util.List;

/**
 * Whose messages a peer is told of, and how.
 *
 * @param mailboxes {@code box@context} each; empty for nobody's
 * @param subscribersOnly whether it is told only where it subscribed ({@code subscribemwi})
 * @param extension user of the number to listen to them at ({@code vmexten})
 * @param plain whether the counts of urgent messages are left out ({@code buggymwi})
 */
public record Mail(
    List<String> mailboxes, boolean subscribersOnly, String extension, boolean plain) {

  /** What holds where nothing is configured. */
  public static final Mail USUAL = new Mail(List.of(), false, "asterisk", false);

  public Mail {
    mailboxes = List.copyOf(mailboxes);
  }

  /** The same about other mailboxes. */
  public Mail of(List<String> others) {
    return new Mail(others, subscribersOnly, extension, plain);
  }

  /** Whether it is told without having asked. */
  public boolean unasked() {
    return !mailboxes.isEmpty() && !subscribersOnly;
  }
}
