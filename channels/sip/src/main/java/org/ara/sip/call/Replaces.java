package org.ara.sip.call;

import java.util.Locale;
import java.util.Optional;

/**
 * Names a dialog that is to be replaced (RFC 3891).
 *
 * @param callId its Call-ID
 * @param toTag the tag of who is asked to replace it
 * @param fromTag the other one's
 */
record Replaces(String callId, String toTag, String fromTag) {

  /** Reads a header's value; nothing if a part is missing. */
  static Optional<Replaces> parse(String value) {
    String[] parts = value.split(";", -1);
    String to = "";
    String from = "";
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      String name = part.toLowerCase(Locale.ROOT);
      if (name.startsWith("to-tag=")) {
        to = part.substring("to-tag=".length());
      } else if (name.startsWith("from-tag=")) {
        from = part.substring("from-tag=".length());
      }
    }
    String callId = parts[0].strip();
    return callId.isEmpty() || to.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Replaces(callId, to, from));
  }

  /** The dialog, as this server knows it. */
  DialogId dialog() {
    return new DialogId(callId, toTag, fromTag);
  }
}
