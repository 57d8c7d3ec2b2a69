package org.ara.sip.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.sip.transport.Protocol;

/**
 * A {@code register =>} line: {@code
 * [peer?][transport://]user[@domain[:port]][:secret[:authuser]]@host[:port][/extension][~expiry]}.
 * Texts are empty and numbers 0 where the line says nothing.
 *
 * @param peer whose settings hold and who its calls come from
 * @param protocol by which the host is to be reached
 * @param user who is registered
 * @param domain of the user where that is not the host
 * @param domainPort of the domain
 * @param secret the password
 * @param authUser the name in proofs of the password where that is not the user
 * @param host of the provider, or the name of a section
 * @param port of the provider
 * @param extension that calls are sent to
 * @param expiry seconds to ask for
 */
public record RegisterLine(
    String peer,
    Optional<Protocol> protocol,
    String user,
    String domain,
    int domainPort,
    String secret,
    String authUser,
    String host,
    int port,
    String extension,
    int expiry) {

  /** How such a line is to look. */
  static final String FORM =
      "[peer?][transport://]user[@domain][:secret[:authuser]]@host[:port][/extension][~expiry]";

  private static final int LONGEST = 604_800;

  private static final Pattern WHO =
      Pattern.compile(
          "(?:(?<peer>[^?:@/]+)[?])?(?:(?<transport>[A-Za-z]+)://)?(?<user>[^:@]+)"
              + "(?:@(?<domain>\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::(?<domainport>[0-9]{1,5})(?=:[^:]*:))?)?"
              + "(?::(?<secret>[^:]*)(?::(?<auth>.*))?)?");

  private static final Pattern WHERE =
      Pattern.compile(
          "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/~\\[\\]]+)(?::(?<port>[0-9]{1,5}))?(?:/(?<extension>[^~]+))?"
              + "(?:~(?<expiry>[0-9]{1,6}))?");

  /** Reads a line; empty if it is something else. */
  static Optional<RegisterLine> parse(String text) {
    String line = text.strip();
    int at = line.lastIndexOf('@');
    Matcher who = WHO.matcher(at < 0 ? "" : line.substring(0, at));
    Matcher where = WHERE.matcher(line.substring(at + 1));
    if (!who.matches() || !where.matches()) {
      return Optional.empty();
    }
    Optional<Protocol> protocol =
        Optional.ofNullable(who.group("transport")).flatMap(Protocol::named);
    RegisterLine read =
        new RegisterLine(
            text(who, "peer"),
            protocol,
            text(who, "user"),
            text(who, "domain"),
            number(who, "domainport"),
            text(who, "secret"),
            text(who, "auth"),
            text(where, "host"),
            number(where, "port"),
            text(where, "extension"),
            number(where, "expiry"));
    boolean sound =
        (who.group("transport") == null || protocol.filter(p -> !p.framed()).isPresent())
            && read.port <= 65_535
            && read.domainPort <= 65_535
            && read.expiry <= LONGEST;
    return sound ? Optional.of(read) : Optional.empty();
  }

  private static String text(Matcher matcher, String group) {
    String found = matcher.group(group);
    return found == null ? "" : found.strip();
  }

  private static int number(Matcher matcher, String group) {
    String found = matcher.group(group);
    return found == null ? 0 : Integer.parseInt(found);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + '@' + host;
  }
}
