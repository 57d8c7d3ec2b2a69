package org.ara.testkit.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest challenge as a phone understands it (RFC 2617, RFC 7616).
 *
 * @param parameters names in lower case, values unquoted
 */
public record Digest(Map<String, String> parameters) {

  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,\"]+)");

  private static final Map<String, String> HASHES = Map.of("MD5", "MD5", "SHA-256", "SHA-256");

  /** The first challenge in a response whose algorithm is among those preferred, best first. */
  static Optional<Digest> in(SipResponse response, List<String> preferred) {
    String field = response.status() == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
    List<Digest> offered =
        response.headers().all(field).stream()
            .filter(value -> value.regionMatches(true, 0, "Digest ", 0, 7))
            .map(Digest::parse)
            .toList();
    return preferred.stream()
        .flatMap(name -> offered.stream().filter(one -> one.algorithm().equals(name)))
        .findFirst();
  }

  private static Digest parse(String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher matcher = PAIR.matcher(value.substring(7));
    while (matcher.find()) {
      pairs.put(matcher.group(1).toLowerCase(Locale.ROOT), Fields.unquote(matcher.group(2)));
    }
    return new Digest(Map.copyOf(pairs));
  }

  /** The value of a parameter, empty if absent. */
  public String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** {@code MD5} where the challenge names none. */
  public String algorithm() {
    return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
  }

  /** Whether the credentials were right and only the nonce had grown old. */
  public boolean stale() {
    return get("stale").equalsIgnoreCase("true");
  }

  /**
   * The credentials for a request.
   *
   * @param count how often the nonce has been used, from 1
   */
  String answer(String user, String password, String method, String uri, int count) {
    String cnonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return answer(user, password, method, uri, count, cnonce);
  }

  String answer(String user, String password, String method, String uri, int count, String cnonce) {
    String ha1 = hash(user + ":" + get("realm") + ":" + password);
    String ha2 = hash(method + ":" + uri);
    StringBuilder text = new StringBuilder("Digest ");
    text.append("username=\"%s\", realm=\"%s\"".formatted(quoted(user), quoted(get("realm"))));
    text.append(", nonce=\"%s\", uri=\"%s\"".formatted(quoted(get("nonce")), uri));
    boolean qop = List.of(get("qop").split("\\s*,\\s*")).contains("auth");
    if (qop) {
      String nc = "%08x".formatted(count);
      String middle = ":" + nc + ":" + cnonce + ":auth:";
      text.append(", response=\"%s\"".formatted(hash(ha1 + ":" + get("nonce") + middle + ha2)));
      text.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(nc, cnonce));
    } else {
      text.append(", response=\"%s\"".formatted(hash(ha1 + ":" + get("nonce") + ":" + ha2)));
    }
    text.append(", algorithm=").append(algorithm());
    if (parameters.containsKey("opaque")) {
      text.append(", opaque=\"%s\"".formatted(quoted(get("opaque"))));
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.replaceAll("([\"\\\\])", "\\\\$1");
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(HASHES.getOrDefault(algorithm(), "MD5"));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has MD5 and SHA-256", e);
    }
  }
}
