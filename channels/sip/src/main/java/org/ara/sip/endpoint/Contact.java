package org.ara.sip.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.ara.realtime.Row;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;

/**
 * One place at which an address of record is reached: registered, or configured with it.
 *
 * @param id unique among all contacts: {@code aor;@} or {@code aor@@} and the MD5 of the URI
 * @param aor the address of record
 * @param uri where it is, as text
 * @param expires when its registration ends; {@link Instant#MAX} where it is configured
 * @param path the proxies on the way to it, as a Route header has them; may be empty
 * @param userAgent what it calls itself; may be empty
 * @param endpoint whose it is; may be empty
 * @param server the system that took its registration; empty where that is not told
 * @param callId of the REGISTER; may be empty
 * @param viaAddress the host of its Via; may be empty
 * @param viaPort the port of its Via; 0 for none
 * @param connected whether it lasts no longer than its connection ({@code prune_on_boot})
 */
public record Contact(
    String id,
    String aor,
    String uri,
    Instant expires,
    String path,
    String userAgent,
    String endpoint,
    String server,
    String callId,
    String viaAddress,
    int viaPort,
    boolean connected) {

  private static final String REGISTERED = ";@";
  private static final String CONFIGURED = "@@";

  /** The contact that is configured with an address of record. */
  public static Contact configured(String aor, String uri) {
    String id = aor + CONFIGURED + md5(uri);
    return new Contact(id, aor, uri, Instant.MAX, "", "", "", "", "", "", 0, false);
  }

  /** The id of the contact that an address of record has where {@code uri} is registered. */
  public static String id(String aor, String uri) {
    return prefix(aor) + md5(uri);
  }

  /** What the ids of every contact begin with that an address of record registered. */
  static String prefix(String aor) {
    return aor + REGISTERED;
  }

  /** The contact of a row; empty for one that nobody could be reached at. */
  static Optional<Contact> of(Row row) {
    Optional<String> id = row.text("id");
    Optional<String> uri = row.text("uri");
    if (id.isEmpty() || uri.isEmpty() || id.get().lastIndexOf(REGISTERED) < 0) {
      return Optional.empty();
    }
    String aor = id.get().substring(0, id.get().lastIndexOf(REGISTERED));
    return Optional.of(
        new Contact(
            id.get(),
            aor,
            uri.get(),
            Instant.ofEpochSecond(number(row, "expiration_time")),
            row.text("path").orElse(""),
            row.text("user_agent").orElse(""),
            row.text("endpoint").orElse(aor),
            row.text("reg_server").orElse(""),
            row.text("call_id").orElse(""),
            row.text("via_addr").orElse(""),
            (int) number(row, "via_port"),
            row.text("prune_on_boot").orElse("no").equalsIgnoreCase("yes")));
  }

  private static long number(Row row, String column) {
    return row.text(column).filter(t -> t.matches("[0-9]{1,15}")).map(Long::parseLong).orElse(0L);
  }

  /** Whether it is configured, and need not register. */
  public boolean isConfigured() {
    return expires.equals(Instant.MAX);
  }

  /** Whether it holds no longer. */
  public boolean isOver(Instant now) {
    return !isConfigured() && !expires.isAfter(now);
  }

  /** Whether another system than this one took it, as far as that is told. */
  public boolean isElsewhere(String here) {
    return !server.isEmpty() && !here.isEmpty() && !server.equals(here);
  }

  /** Its URI; empty where that cannot be read. */
  public Optional<SipUri> parsed() {
    try {
      return Optional.of(SipUri.parse(uri).withoutHeaders());
    } catch (SipSyntaxException e) {
      return Optional.empty();
    }
  }

  /** An endpoint as it is reached here. */
  public Peer reached(Peer endpoint) {
    return endpoint.registered(new Registration(uri, "", 0, "", userAgent, expires, path, server));
  }

  /** The mark that lists show instead of the whole id. */
  public String mark() {
    return md5(uri).substring(0, 10);
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
