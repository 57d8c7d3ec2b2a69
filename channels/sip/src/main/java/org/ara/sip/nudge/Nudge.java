package org.ara.sip.nudge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ara.config.Variable;

/**
 * What is to be sent: headers, and a body where there is a {@code Content}.
 *
 * @param headers in order, checked
 * @param body its lines; empty for none
 */
public record Nudge(List<Field> headers, List<String> body) {

  private static final String BODY = "content";
  private static final String LENGTH = "content-length";
  private static final String TYPE = "content-type";

  /** What a transaction or a dialog is made of is not the operator's to choose. */
  private static final Set<String> OWN =
      Set.of(
          "via",
          "v",
          "from",
          "f",
          "to",
          "t",
          "call-id",
          "i",
          "cseq",
          "contact",
          "m",
          "max-forwards",
          "route",
          "record-route");

  /** A header. */
  public record Field(String name, String value) {}

  public Nudge {
    headers = List.copyOf(headers);
    body = List.copyOf(body);
  }

  /**
   * Reads it.
   *
   * @param written headers; {@code Content} is a line of the body, {@code Content-Length} is
   *     counted
   * @throws IllegalArgumentException with what is wrong
   */
  public static Nudge of(List<Field> written) {
    List<Field> headers = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (Field field : written) {
      String key = field.name().toLowerCase(Locale.ROOT);
      if (!field.name().matches("[-.!%*_+`'~0-9A-Za-z]+") || OWN.contains(key)) {
        throw new IllegalArgumentException("'" + field.name() + "' is no header that may be set");
      }
      if (!field.value().matches("[^\\p{Cntrl}]*")) {
        throw new IllegalArgumentException(field.name() + " holds a control character");
      }
      switch (key) {
        case BODY -> body.add(field.value());
        case LENGTH -> {}
        default -> headers.add(field);
      }
    }
    if (headers.stream().noneMatch(field -> field.name().equalsIgnoreCase("Event"))) {
      throw new IllegalArgumentException("there is no Event");
    }
    return new Nudge(headers, body);
  }

  /** Reads a section of {@code sip_notify.conf}. */
  public static Nudge ofSection(List<Variable> section) {
    List<Field> fields = new ArrayList<>();
    section.forEach(line -> fields.add(new Field(line.name(), line.value())));
    return of(fields);
  }

  /** The type of the body, as it was written. */
  String type() {
    return headers.stream()
        .filter(Nudge::isType)
        .map(Field::value)
        .findFirst()
        .orElse("text/plain");
  }

  /** The headers but for the type of the body. */
  List<Field> plain() {
    return headers.stream().filter(field -> !isType(field)).toList();
  }

  private static boolean isType(Field field) {
    return field.name().equalsIgnoreCase(TYPE);
  }
}
