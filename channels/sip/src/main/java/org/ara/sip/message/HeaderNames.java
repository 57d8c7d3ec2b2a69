package org.ara.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constant for a header name by hashing its octets without case, and tells how the field
 * may be combined.
 */
final class HeaderNames {
  private static final List<String> KNOWN =
      List.of(
          HeaderName.ACCEPT,
          HeaderName.ACCEPT_CONTACT,
          HeaderName.ACCEPT_ENCODING,
          HeaderName.ACCEPT_LANGUAGE,
          HeaderName.ALERT_INFO,
          HeaderName.ALLOW,
          HeaderName.ALLOW_EVENTS,
          HeaderName.AUTHENTICATION_INFO,
          HeaderName.AUTHORIZATION,
          HeaderName.CALL_ID,
          HeaderName.CALL_INFO,
          HeaderName.CONTACT,
          HeaderName.CONTENT_DISPOSITION,
          HeaderName.CONTENT_ENCODING,
          HeaderName.CONTENT_LANGUAGE,
          HeaderName.CONTENT_LENGTH,
          HeaderName.CONTENT_TYPE,
          HeaderName.CSEQ,
          HeaderName.DATE,
          HeaderName.DIVERSION,
          HeaderName.ERROR_INFO,
          HeaderName.EVENT,
          HeaderName.EXPIRES,
          HeaderName.FROM,
          HeaderName.GEOLOCATION,
          HeaderName.HISTORY_INFO,
          HeaderName.IDENTITY,
          HeaderName.IN_REPLY_TO,
          HeaderName.MAX_FORWARDS,
          HeaderName.MIME_VERSION,
          HeaderName.MIN_EXPIRES,
          HeaderName.MIN_SE,
          HeaderName.ORGANIZATION,
          HeaderName.P_ASSERTED_IDENTITY,
          HeaderName.P_PREFERRED_IDENTITY,
          HeaderName.PATH,
          HeaderName.PRIORITY,
          HeaderName.PRIVACY,
          HeaderName.PROXY_AUTHENTICATE,
          HeaderName.PROXY_AUTHORIZATION,
          HeaderName.PROXY_REQUIRE,
          HeaderName.RACK,
          HeaderName.REASON,
          HeaderName.RECORD_ROUTE,
          HeaderName.REFER_SUB,
          HeaderName.REFER_TO,
          HeaderName.REFERRED_BY,
          HeaderName.REJECT_CONTACT,
          HeaderName.REMOTE_PARTY_ID,
          HeaderName.REPLACES,
          HeaderName.REPLY_TO,
          HeaderName.REQUEST_DISPOSITION,
          HeaderName.REQUIRE,
          HeaderName.RETRY_AFTER,
          HeaderName.ROUTE,
          HeaderName.RSEQ,
          HeaderName.SERVER,
          HeaderName.SERVICE_ROUTE,
          HeaderName.SESSION_EXPIRES,
          HeaderName.SIP_ETAG,
          HeaderName.SIP_IF_MATCH,
          HeaderName.SUBJECT,
          HeaderName.SUBSCRIPTION_STATE,
          HeaderName.SUPPORTED,
          HeaderName.TIMESTAMP,
          HeaderName.TO,
          HeaderName.UNSUPPORTED,
          HeaderName.USER_AGENT,
          HeaderName.VIA,
          HeaderName.WARNING,
          HeaderName.WWW_AUTHENTICATE);

  /**
   * Fields whose value is a comma-separated list, so that several lines mean the same as one
   * (section 7.3.1).
   */
  private static final Set<String> LISTS =
      Set.of(
          HeaderName.ACCEPT,
          HeaderName.ACCEPT_CONTACT,
          HeaderName.ACCEPT_ENCODING,
          HeaderName.ACCEPT_LANGUAGE,
          HeaderName.ALERT_INFO,
          HeaderName.ALLOW,
          HeaderName.ALLOW_EVENTS,
          HeaderName.CALL_INFO,
          HeaderName.CONTACT,
          HeaderName.CONTENT_ENCODING,
          HeaderName.CONTENT_LANGUAGE,
          HeaderName.DIVERSION,
          HeaderName.ERROR_INFO,
          HeaderName.GEOLOCATION,
          HeaderName.HISTORY_INFO,
          HeaderName.IN_REPLY_TO,
          HeaderName.P_ASSERTED_IDENTITY,
          HeaderName.P_PREFERRED_IDENTITY,
          HeaderName.PATH,
          HeaderName.PROXY_REQUIRE,
          HeaderName.REASON,
          HeaderName.RECORD_ROUTE,
          HeaderName.REJECT_CONTACT,
          HeaderName.REMOTE_PARTY_ID,
          HeaderName.REQUEST_DISPOSITION,
          HeaderName.REQUIRE,
          HeaderName.ROUTE,
          HeaderName.SERVICE_ROUTE,
          HeaderName.SUPPORTED,
          HeaderName.UNSUPPORTED,
          HeaderName.VIA,
          HeaderName.WARNING);

  /** Fields of which a second line is an error that cannot be ignored. */
  private static final Set<String> SINGLE =
      Set.of(
          HeaderName.CALL_ID,
          HeaderName.CONTENT_DISPOSITION,
          HeaderName.CONTENT_LENGTH,
          HeaderName.CONTENT_TYPE,
          HeaderName.CSEQ,
          HeaderName.EXPIRES,
          HeaderName.FROM,
          HeaderName.MAX_FORWARDS,
          HeaderName.TO);

  private static final int MASK = 511;
  private static final @Nullable String[] TABLE = table();
  private static final @Nullable String[] COMPACT = compact();
  private static final Map<String, String> SHORT = shortNames();

  private HeaderNames() {}

  private static @Nullable String[] compact() {
    @Nullable String[] compact = new @Nullable String[128];
    compact['a'] = HeaderName.ACCEPT_CONTACT;
    compact['u'] = HeaderName.ALLOW_EVENTS;
    compact['i'] = HeaderName.CALL_ID;
    compact['m'] = HeaderName.CONTACT;
    compact['e'] = HeaderName.CONTENT_ENCODING;
    compact['l'] = HeaderName.CONTENT_LENGTH;
    compact['c'] = HeaderName.CONTENT_TYPE;
    compact['o'] = HeaderName.EVENT;
    compact['f'] = HeaderName.FROM;
    compact['y'] = HeaderName.IDENTITY;
    compact['r'] = HeaderName.REFER_TO;
    compact['b'] = HeaderName.REFERRED_BY;
    compact['j'] = HeaderName.REJECT_CONTACT;
    compact['d'] = HeaderName.REQUEST_DISPOSITION;
    compact['x'] = HeaderName.SESSION_EXPIRES;
    compact['s'] = HeaderName.SUBJECT;
    compact['k'] = HeaderName.SUPPORTED;
    compact['t'] = HeaderName.TO;
    compact['v'] = HeaderName.VIA;
    return compact;
  }

  private static Map<String, String> shortNames() {
    Map<String, String> names = new HashMap<>();
    for (char c = 'a'; c <= 'z'; c++) {
      String name = COMPACT[c];
      if (name != null) {
        names.put(name, String.valueOf(c));
      }
    }
    return Map.copyOf(names);
  }

  static String shortened(String name) {
    return SHORT.getOrDefault(name, name);
  }

  private static @Nullable String[] table() {
    @Nullable String[] table = new @Nullable String[MASK + 1];
    for (String name : KNOWN) {
      byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
      int slot = hash(octets, 0, octets.length);
      while (table[slot] != null) {
        slot = slot + 1 & MASK;
      }
      table[slot] = name;
    }
    return table;
  }

  private static int hash(byte[] octets, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + (octets[i] | 0x20);
    }
    return (hash ^ hash >>> 9) & MASK;
  }

  static @Nullable String find(String name) {
    if (name.length() == 1) {
      char c = name.charAt(0);
      return c < 128 && Character.isLetter(c) ? COMPACT[c | 0x20] : null;
    }
    int hash = name.length();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return null;
      }
      hash = hash * 31 + (name.charAt(i) | 0x20);
    }
    for (int slot = (hash ^ hash >>> 9) & MASK; ; slot = slot + 1 & MASK) {
      String candidate = TABLE[slot];
      if (candidate == null || candidate.equalsIgnoreCase(name)) {
        return candidate;
      }
    }
  }

  /**
   * The constant whose name these octets spell, in any case or as a compact form; null if we know
   * none.
   */
  static @Nullable String find(byte[] octets, int from, int to) {
    if (to - from == 1) {
      int letter = octets[from] | 0x20;
      return letter >= 0 && Character.isLetter(octets[from]) ? COMPACT[letter] : null;
    }
    for (int slot = hash(octets, from, to); ; slot = slot + 1 & MASK) {
      String candidate = TABLE[slot];
      if (candidate == null || matches(candidate, octets, from, to)) {
        return candidate;
      }
    }
  }

  private static boolean matches(String name, byte[] octets, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int octet = octets[from + i];
      if (c != octet && (!Character.isLetter(c) || (c ^ 0x20) != octet)) {
        return false;
      }
    }
    return true;
  }

  static boolean isList(String canonicalName) {
    return LISTS.contains(canonicalName);
  }

  static boolean isSingle(String canonicalName) {
    return SINGLE.contains(canonicalName);
  }
}
