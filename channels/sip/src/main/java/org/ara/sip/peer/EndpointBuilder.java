package org.ara.sip.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.realtime.Row;
import org.ara.sip.digest.Credential;

/** Makes peers of the rows of {@code ps_endpoints} and {@code ps_auths}. */
public final class EndpointBuilder {

  private final PeerBuilder builder;

  /**
   * A builder.
   *
   * @param named where access lists are that endpoints name
   */
  public EndpointBuilder(PeerDefaults defaults, NamedLists named) {
    this.builder = new PeerBuilder(defaults, named);
  }

  /**
   * The rows that make one endpoint.
   *
   * @param auth with its password; empty where the endpoint names none
   * @param outbound with what this server proves; empty where the endpoint names none
   */
  public record Rows(Row endpoint, Optional<Row> auth, Optional<Row> outbound) {}

  /**
   * The peer that they make; empty if it cannot be used.
   *
   * @param id of the endpoint
   * @param place driver and family, to stand before a column's name in complaints
   * @param complaints takes in what is wrong
   */
  public Optional<Peer> build(String id, Rows rows, String place, Consumer<String> complaints) {
    Row row = rows.endpoint();
    List<Variable> entries =
        EndpointColumns.entries(row).stream()
            .map(e -> new Variable(e.option(), e.value(), new Origin(place + '.' + e.column(), 0)))
            .toList();
    PeerText text =
        new PeerText(id, true, "row id='" + id + "'", entries, Unknown.IGNORED, "defaultuser");
    return switch (builder.build(text)) {
      case PeerBuilder.Built.SetAside(String why) -> {
        complaints.accept(why);
        yield Optional.empty();
      }
      case PeerBuilder.Built.Made(Peer peer, List<Problem> problems) -> {
        problems.forEach(problem -> complaints.accept(problem.toString()));
        yield Optional.of(peer.as(endpoint(rows), incoming(rows.auth()), outgoing(rows)));
      }
    };
  }

  private static Endpoint endpoint(Rows rows) {
    Row row = rows.endpoint();
    String ways = row.text("identify_by").orElse("username,ip").toLowerCase(Locale.ROOT);
    return new Endpoint(
        words(row.text("aors").orElse("")),
        words(ways).contains("username"),
        rows.auth().flatMap(auth -> auth.text("realm")).orElse(""),
        EndpointColumns.isOn(row, "rewrite_contact", false));
  }

  /** The names in a list with commas. */
  public static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** An auth that holds nothing to prove is one that nobody can prove. */
  private static Optional<Credential> incoming(Optional<Row> auth) {
    return auth.map(
        row ->
            credential(row)
                .orElseGet(
                    () -> new Credential.Hashes(row.text("username").orElse(""), null, null)));
  }

  private static Optional<Credential> outgoing(Rows rows) {
    return rows.outbound().flatMap(EndpointBuilder::credential);
  }

  private static Optional<Credential> credential(Row auth) {
    String user = auth.text("username").or(() -> auth.text("id")).orElse("");
    String type = auth.text("auth_type").orElse("userpass").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "md5" -> auth.text("md5_cred").map(hash -> new Credential.Hashes(user, hash, null));
      case "digest" -> digest(user, auth);
      case "userpass" ->
          auth.text("password").map(password -> new Credential.Password(user, password));
      default -> Optional.empty();
    };
  }

  /** {@code ALGORITHM:hash} each; without any, the password. */
  private static Optional<Credential> digest(String user, Row auth) {
    String md5 = null;
    String sha256 = null;
    for (String value : auth.values("password_digest")) {
      for (String entry : value.split(",", -1)) {
        int colon = entry.indexOf(':');
        String algorithm = entry.substring(0, Math.max(colon, 0)).strip().toUpperCase(Locale.ROOT);
        String hash = entry.substring(colon + 1).strip();
        switch (algorithm) {
          case "MD5" -> md5 = hash;
          case "SHA-256" -> sha256 = hash;
          default -> {
            // Not one that is offered.
          }
        }
      }
    }
    return md5 == null && sha256 == null
        ? auth.text("password").map(password -> new Credential.Password(user, password))
        : Optional.of(new Credential.Hashes(user, md5, sha256));
  }
}
