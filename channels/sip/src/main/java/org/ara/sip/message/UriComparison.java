package org.ara.sip.message;

import java.util.List;
import java.util.Objects;
import org.ara.sip.message.Parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Equality of SIP URIs by RFC 3261 section 19.1.4. */
final class UriComparison {
  /** Parameters that count even when only one of the URIs has them. */
  private static final List<String> ALWAYS_COMPARED =
      List.of("user", "ttl", "method", "maddr", "transport");

  private UriComparison() {}

  static boolean same(SipUri a, SipUri b) {
    return a.secure() == b.secure()
        && Objects.equals(a.user(), b.user())
        && Objects.equals(a.password(), b.password())
        && a.host().equalsIgnoreCase(b.host())
        && a.port() == b.port()
        && sameParameters(a.parameters(), b.parameters())
        && sameHeaders(a.headers(), b.headers());
  }

  private static boolean sameParameters(Parameters a, Parameters b) {
    for (String name : ALWAYS_COMPARED) {
      if (a.contains(name) != b.contains(name)) {
        return false;
      }
    }
    for (Parameter parameter : a.list()) {
      if (b.contains(parameter.name())
          && !sameIgnoringCase(parameter.value(), b.get(parameter.name()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameHeaders(Parameters a, Parameters b) {
    if (a.list().size() != b.list().size()) {
      return false;
    }
    for (Parameter header : a.list()) {
      if (!b.contains(header.name()) || !Objects.equals(header.value(), b.get(header.name()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameIgnoringCase(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? Objects.equals(a, b) : a.equalsIgnoreCase(b);
  }
}
