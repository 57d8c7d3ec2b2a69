package org.ara.testkit.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header fields of a message in their order; names compare without case, and compact forms (RFC
 * 3261 7.3.3) equal the long ones.
 *
 * @param fields the fields as they stand in the message
 */
public record Headers(List<Field> fields) {

  private static final Map<String, String> COMPACT =
      Map.of(
          "i", "call-id",
          "m", "contact",
          "e", "content-encoding",
          "l", "content-length",
          "c", "content-type",
          "f", "from",
          "s", "subject",
          "k", "supported",
          "t", "to",
          "v", "via");

  /**
   * One header field.
   *
   * @param name as it was written
   * @param value unfolded, without blanks around it
   */
  public record Field(String name, String value) {}

  public Headers {
    fields = List.copyOf(fields);
  }

  /** The values of all fields of that name, in their order. */
  public List<String> all(String name) {
    String wanted = canonical(name);
    return fields.stream()
        .filter(field -> canonical(field.name()).equals(wanted))
        .map(Field::value)
        .toList();
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The value of the first field of that name, empty if there is none. */
  public String get(String name) {
    return first(name).orElse("");
  }

  /** These fields and one more at the end. */
  public Headers with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(more);
  }

  /** These fields and more at the end. */
  public Headers with(Headers others) {
    List<Field> more = new ArrayList<>(fields);
    more.addAll(others.fields);
    return new Headers(more);
  }

  /** No field. */
  public static Headers none() {
    return new Headers(List.of());
  }

  private static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return text.toString();
  }
}
