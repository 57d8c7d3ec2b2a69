package org.ara.manager.ami.account;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One state of {@code manager.conf}, swapped as a whole by a reload.
 *
 * @param listen where to listen; empty if the interface is switched off
 * @param tls where to listen for TLS; empty if not at all
 * @param limits how many may connect, for how long
 * @param events how events are told
 * @param defaults what holds for accounts that say nothing themselves
 * @param accounts by name in lower case
 */
public record Settings(
    Optional<InetSocketAddress> listen,
    Optional<Tls> tls,
    Limits limits,
    Events events,
    AccountDefaults defaults,
    Map<String, Account> accounts) {

  public Settings {
    accounts = Collections.unmodifiableMap(accounts);
  }

  /**
   * A TLS listener.
   *
   * @param certificate PEM file, absolute
   * @param key PEM file, absolute
   */
  public record Tls(
      InetSocketAddress listen, java.nio.file.Path certificate, java.nio.file.Path key) {}

  /**
   * How many may connect.
   *
   * @param authTimeout until a connection must have logged in
   * @param unauthenticated connections that have not logged in
   * @param perAddress connections of one address; 0 for any number
   */
  public record Limits(Duration authTimeout, int unauthenticated, int perAddress) {}

  /**
   * How events are told.
   *
   * @param timestamps whether each says when it happened
   * @param channelVariables variables told about channels
   * @param disabled names of events that nobody is told, in lower case
   * @param brokenAction whether the action Events keeps silent about all and about errors
   */
  public record Events(
      boolean timestamps,
      List<String> channelVariables,
      Set<String> disabled,
      boolean brokenAction) {}

  /** The account of that name, case ignored. */
  public Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The same without any account. */
  public Settings withoutAccounts() {
    return new Settings(listen, tls, limits, events, defaults, Map.of());
  }

  /** All accounts in file order. */
  public Collection<Account> all() {
    return accounts.values();
  }
}
