package org.ara.sip.registrar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;

/** The 200 to a REGISTER: the contact in force with the time that is left. */
final class Granted {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Granted() {}

  static SipResponse answer(State state, SipRequest request, Peer peer, Instant now) {
    ResponseBuilder response = Answers.of(state, request, 200);
    Registration registration = peer.whereabouts().registration();
    if (registration != null && !registration.contact().isEmpty()) {
      Duration remaining = Duration.between(now, registration.expires());
      String left = Long.toString(Math.max(0, remaining.plusMillis(999).toSeconds()));
      response.header(HeaderName.CONTACT, '<' + registration.contact() + ">;expires=" + left);
      response.header(HeaderName.EXPIRES, left);
      if (!registration.path().isEmpty()) {
        response.header(Placement.PATH, registration.path());
      }
    }
    return response.header(HeaderName.DATE, DATE.format(now)).build();
  }

  /** Every contact of an address of record. */
  static SipResponse all(State state, SipRequest request, List<Contact> contacts, Instant now) {
    ResponseBuilder response = Answers.of(state, request, 200);
    for (Contact contact : contacts) {
      Duration left = Duration.between(now, contact.expires());
      String seconds = Long.toString(Math.max(0, left.plusMillis(999).toSeconds()));
      response.header(HeaderName.CONTACT, '<' + contact.uri() + ">;expires=" + seconds);
    }
    return response.header(HeaderName.DATE, DATE.format(now)).build();
  }

  static SipResponse removed(State state, SipRequest request, Instant now) {
    return Answers.of(state, request, 200)
        .header(HeaderName.EXPIRES, "0")
        .header(HeaderName.DATE, DATE.format(now))
        .build();
  }
}
