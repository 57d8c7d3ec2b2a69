package org.ara.sip.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.transport.Addresses;

/**
 * The options of {@code [general]} about who is who: {@link Recognition} and what comes with it.
 */
final class AccountSettings {

  static final Option<Boolean> BY_PROOF =
      Option.of("match_auth_username", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether callers are known by the name in their password's proof, not From.");
  static final Option<Boolean> OF_QUESTIONS =
      Option.of("auth_options_requests", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented(
              "Whether OPTIONS must prove who it is from, and is told which numbers exist.");
  static final Option<Boolean> TOLD =
      Option.of("authfailureevents", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether a refused REGISTER is a `PeerStatus` event, `Rejected`.");
  static final Option<String> DOMAIN =
      Option.of("domain", OptionTypes.text())
          .repeatable()
          .documented(
              "`domain[,context]` of this server; the context is for callers that are no peer."
                  + " Where some are named, nobody registers in others.");
  static final Option<Boolean> AUTO_DOMAIN =
      Option.of("autodomain", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Adds this machine's name and addresses to the domains.");
  static final Option<Boolean> OTHER_DOMAINS =
      Option.of("allowexternaldomains", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Whether calls to other domains are let in.");
  static final Option<Boolean> AS_REALM =
      Option.of("domainsasrealm", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether the realm is the domain in From, or To, where that is ours.");
  static final Option<String> REGISTERED_CONTEXT =
      Option.of("regcontext", OptionTypes.text())
          .documented(
              "Context, or several with `&`, in which the `regexten` of registered peers exist.");
  static final Option<Boolean> SAVE_PATH =
      Option.of("rtsavepath", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Write the proxies of a registration into `path` (`supportpath`).");

  static final Option<Boolean> SHRINK =
      Option.of("shrinkcallerid", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented(
              "Whether blanks, dashes, dots and brackets are left out of callers' numbers.");
  static final Option<Boolean> EXCLUDE_STATIC =
      Option.of("dynamic_exclude_static", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether nobody may register at the address of a section with a host.");

  static final OptionTable TABLE =
      OptionTable.of(
          BY_PROOF,
          OF_QUESTIONS,
          TOLD,
          DOMAIN,
          AUTO_DOMAIN,
          OTHER_DOMAINS,
          AS_REALM,
          REGISTERED_CONTEXT,
          SAVE_PATH,
          SHRINK,
          EXCLUDE_STATIC);

  private AccountSettings() {}

  static Recognition recognition(OptionValues v, InetSocketAddress listen) {
    Map<String, String> domains = new LinkedHashMap<>();
    for (String text : v.all(DOMAIN)) {
      int comma = text.indexOf(',');
      String domain = (comma < 0 ? text : text.substring(0, comma)).strip();
      if (!domain.isEmpty()) {
        domains.put(
            domain.toLowerCase(Locale.ROOT), comma < 0 ? "" : text.substring(comma + 1).strip());
      }
    }
    Set<String> found = new HashSet<>();
    if (v.get(AUTO_DOMAIN)) {
      ours(listen)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .filter(name -> domains.putIfAbsent(name, "") == null)
          .forEach(found::add);
    }
    return new Recognition(
        v.get(BY_PROOF),
        v.get(OF_QUESTIONS),
        v.get(TOLD),
        v.get(SHRINK),
        v.get(EXCLUDE_STATIC),
        new Domains(domains, found, v.get(AS_REALM), v.get(OTHER_DOMAINS)));
  }

  /** The contexts of registered peers; empty for none. */
  static List<String> registeredContexts(OptionValues v) {
    return v.find(REGISTERED_CONTEXT).stream()
        .flatMap(text -> Arrays.stream(text.split("&", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** What this machine is called, by itself and by its addresses. */
  private static Stream<String> ours(InetSocketAddress listen) {
    InetAddress bound = listen.getAddress();
    Stream<InetAddress> addresses = bound.isAnyLocalAddress() ? addresses() : Stream.of(bound);
    return Stream.concat(hostName(), addresses.map(Addresses::literal));
  }

  private static Stream<String> hostName() {
    try {
      return Stream.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException nameless) {
      return Stream.empty();
    }
  }

  private static Stream<InetAddress> addresses() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
    } catch (SocketException none) {
      return Stream.empty();
    }
  }
}
