package org.ara.sip.message;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A SIP message, immutable. Messages that came through {@link MessageParser} have readable Via,
 * From, To, Call-ID and CSeq; accessors of other header fields throw {@link SipSyntaxException}
 * when the field is broken.
 */
public sealed interface SipMessage permits SipRequest, SipResponse {
  Headers headers();

  /** A copy of the body, of length 0 if there is none. */
  byte[] body();

  /** The body itself, not to be changed. */
  byte[] sharedBody();

  /** The first line, without its end. */
  String startLine();

  /** The topmost Via. */
  default Via topVia() {
    return headers().topVia();
  }

  /** Every Via from the top. */
  default List<Via> vias() {
    return headers().values(HeaderName.VIA).stream().map(Via::parse).toList();
  }

  default NameAddress from() {
    return headers().from();
  }

  default NameAddress to() {
    return headers().to();
  }

  default String callId() {
    return headers().required(HeaderName.CALL_ID);
  }

  default CSeq cseq() {
    return headers().cseq();
  }

  /** Whether Contact is the {@code *} of a REGISTER that removes every binding. */
  default boolean hasWildcardContact() {
    return "*".equals(headers().first(HeaderName.CONTACT));
  }

  /** The Contact values, none if Contact is absent or {@code *}. */
  default List<NameAddress> contacts() {
    return hasWildcardContact() ? List.of() : headers().contacts();
  }

  default List<NameAddress> routes() {
    return headers().addresses(HeaderName.ROUTE);
  }

  default List<NameAddress> recordRoutes() {
    return headers().addresses(HeaderName.RECORD_ROUTE);
  }

  /**
   * Expires in seconds, values above 2^32-1 cut to it; empty if absent or not a number (RFC 3261
   * section 10.2.1.1).
   */
  default OptionalLong expires() {
    return Numbers.lenient(headers().first(HeaderName.EXPIRES));
  }

  /** Max-Forwards; empty if absent or not a number. */
  default OptionalLong maxForwards() {
    return Numbers.lenient(headers().first(HeaderName.MAX_FORWARDS));
  }

  /** The media type of the body in lower case and without its parameters; null if there is none. */
  default @Nullable String contentType() {
    String value = headers().first(HeaderName.CONTENT_TYPE);
    if (value == null) {
      return null;
    }
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
