package org.ara.sip.provider;

import java.util.List;
import java.util.Objects;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.jspecify.annotations.Nullable;

/** Reads from the 200 of a REGISTER how long it holds. */
final class Granted {

  private static final int DIGITS = 9;
  private static final long LONGEST = 604_800;

  private Granted() {}

  /** The seconds of the binding with the mark, else of all, else those that were asked for. */
  static long of(SipResponse response, String mark, long asked) {
    String own = own(response, mark);
    String all = response.headers().first(HeaderName.EXPIRES);
    if (own != null) {
      return Math.min(number(own), LONGEST);
    }
    return all == null ? asked : Math.min(number(all), LONGEST);
  }

  private static @Nullable String own(SipResponse response, String mark) {
    try {
      List<NameAddress> contacts = response.contacts();
      return contacts.stream()
          .filter(
              contact ->
                  contacts.size() == 1
                      || (contact.uri() instanceof SipUri uri
                          && mark.equals(uri.parameters().get(ProviderLines.MARK))))
          .map(contact -> contact.parameters().get("expires"))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    } catch (SipSyntaxException unreadable) {
      return null;
    }
  }

  /** The number that a header begins with; 0 if it begins with none. */
  static long number(@Nullable String header) {
    if (header == null) {
      return 0;
    }
    String text = header.strip();
    int end = 0;
    while (end < text.length() && end < DIGITS && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Long.parseLong(text.substring(0, end));
  }
}
