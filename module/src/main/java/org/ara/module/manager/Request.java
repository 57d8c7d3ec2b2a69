package org.ara.module.manager;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An action that a client asks for.
 *
 * @param headers all lines of the message, in order
 * @param client who asks
 */
public record Request(List<Header> headers, Client client) {

  /**
   * Who asks.
   *
   * @param user the name it logged in with
   * @param rights the classes of actions it may ask for
   * @param variables {@code name=value} set on the channels that it has made
   */
  public record Client(String user, Permissions rights, List<String> variables) {

    public Client {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(rights, "rights");
      variables = List.copyOf(variables);
    }

    /** Whether it may reach the system beneath the server. */
    public boolean reachesSystem() {
      return rights.has(Permission.SYSTEM);
    }
  }

  public Request {
    headers = List.copyOf(headers);
    Objects.requireNonNull(client, "client");
  }

  /** The first header of that name, case ignored; empty if it is missing. */
  public Optional<String> find(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** The same, but an empty value counts as missing. */
  public Optional<String> filled(String name) {
    return find(name).filter(value -> !value.isEmpty());
  }

  /** The same, with an empty text for a missing one. */
  public String text(String name) {
    return find(name).orElse("");
  }

  /** All headers of that name, in order. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** What the client calls this request; empty if it calls it nothing. */
  public Optional<String> actionId() {
    return filled("ActionID");
  }

  /** Whether a header says yes. */
  public boolean isYes(String name) {
    return switch (text(name).toLowerCase(java.util.Locale.ROOT)) {
      case "yes", "true", "y", "t", "1", "on" -> true;
      default -> false;
    };
  }
}
