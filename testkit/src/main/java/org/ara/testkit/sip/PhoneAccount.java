package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.ara.testkit.audio.G711;

/**
 * What somebody types into a telephone before it works.
 *
 * @param user the name, which is the number others call as well
 * @param password the secret
 * @param server where requests go
 * @param algorithms the digest algorithms it understands, best first
 * @param laws the codecs it understands, best first
 * @param patience how long its tests wait for anything before they fail
 */
public record PhoneAccount(
    String user,
    String password,
    InetSocketAddress server,
    List<String> algorithms,
    List<G711> laws,
    Duration patience) {

  public PhoneAccount {
    algorithms = List.copyOf(algorithms);
    laws = List.copyOf(laws);
  }

  /** An account with the usual habits: SHA-256 before MD5, PCMU before PCMA, ten seconds. */
  public static PhoneAccount of(String user, String password, InetSocketAddress server) {
    return new PhoneAccount(
        user,
        password,
        server,
        List.of("SHA-256", "MD5"),
        List.of(G711.PCMU, G711.PCMA),
        Duration.ofSeconds(10));
  }

  /** The same account in a phone that understands only these digest algorithms. */
  public PhoneAccount algorithms(String... names) {
    return new PhoneAccount(user, password, server, List.of(names), laws, patience);
  }

  /** The same account in a phone that understands only these codecs. */
  public PhoneAccount laws(G711... only) {
    return new PhoneAccount(user, password, server, algorithms, List.of(only), patience);
  }

  /** The same account in a phone that waits that long. */
  public PhoneAccount patience(Duration duration) {
    return new PhoneAccount(user, password, server, algorithms, laws, duration);
  }

  @Override
  public String toString() {
    return user + " at " + server;
  }
}
