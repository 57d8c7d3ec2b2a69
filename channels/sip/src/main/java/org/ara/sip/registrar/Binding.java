package org.ara.sip.registrar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.RegistrationTerms;
import org.ara.sip.settings.SipSettings;

/** What a REGISTER asks for. */
sealed interface Binding {

  /** Where is the peer registered? */
  record Query() implements Binding {}

  /**
   * Forget this contact, or any.
   *
   * @param contact empty for {@code *}
   */
  record Removal(Optional<SipUri> contact) implements Binding {}

  /**
   * The peer is here.
   *
   * @param contact where
   * @param granted how long
   */
  record Addition(SipUri contact, Duration granted) implements Binding {}

  /** Nothing that makes sense: 400. */
  record Malformed(String why) implements Binding {}

  /**
   * Reads a REGISTER. Of several contacts the first counts.
   *
   * @throws org.ara.sip.message.SipSyntaxException if its Contact cannot be read
   */
  static Binding asked(SipRequest request, SipSettings settings, RegistrationTerms terms) {
    OptionalLong header = request.expires();
    if (request.hasWildcardContact()) {
      boolean alone = request.headers().values(HeaderName.CONTACT).size() == 1;
      return alone && header.isPresent() && header.getAsLong() == 0
          ? new Removal(Optional.empty())
          : new Malformed("Bad Request (Contact: * needs Expires: 0)");
    }
    List<NameAddress> contacts = request.contacts();
    if (contacts.isEmpty()) {
      return new Query();
    }
    NameAddress first = contacts.getFirst();
    if (!(first.uri() instanceof SipUri contact)) {
      return new Malformed("Bad Request (Contact is no SIP URI)");
    }
    long seconds = seconds(first).orElse(header.orElse(settings.defaultExpiry().toSeconds()));
    return seconds == 0
        ? new Removal(Optional.of(contact))
        : new Addition(contact.withoutHeaders(), settings.granted(seconds, terms));
  }

  /** The time that a contact asks for itself. */
  static OptionalLong seconds(NameAddress contact) {
    String text = contact.parameters().get("expires");
    return text != null && text.matches("[0-9]{1,10}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
