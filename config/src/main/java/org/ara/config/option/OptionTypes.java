package org.ara.config.option;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of values that options of configuration files hold. */
public final class OptionTypes {

  private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");
  private static final Set<String> FALSE = Set.of("no", "false", "n", "f", "0", "off");

  private OptionTypes() {}

  /** Truth in Asterisk's words (yes true y t 1 on, no false n f 0 off), case ignored. */
  public static OptionType<Boolean> yesNo() {
    return OptionType.of("yes or no", OptionTypes::truth).rendered(value -> value ? "yes" : "no");
  }

  /** The meaning of a truth word; empty for any other text. */
  public static Optional<Boolean> truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(true);
    }
    return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** Any text, the empty one included. */
  public static OptionType<String> text() {
    return OptionType.of("a text", Optional::of);
  }

  /** A text that is never printed. */
  public static OptionType<String> secret() {
    return text().secret();
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  public static OptionType<Integer> number(int least, int most) {
    return OptionType.of(
        range(least, most),
        text -> {
          OptionalLong number = wholeNumber(text);
          return number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most
              ? Optional.of((int) number.getAsLong())
              : Optional.empty();
        });
  }

  /** A port number, 0 (any, or none) to 65535. */
  public static OptionType<Integer> port() {
    OptionType<Integer> number = number(0, 65535);
    return OptionType.of("a port (0-65535)", number::parse);
  }

  /**
   * A time span, written as a whole number of units.
   *
   * @param unit the unit the number counts: seconds, milliseconds
   * @param least the smallest number accepted
   * @param most the largest number accepted
   */
  public static OptionType<Duration> duration(ChronoUnit unit, int least, int most) {
    OptionType<Integer> number = number(least, most);
    String units = unit.toString().toLowerCase(Locale.ROOT);
    return OptionType.of(
            number.expected() + " of " + units,
            text -> number.parse(text).map(count -> Duration.of(count, unit)))
        .rendered(value -> Long.toString(value.dividedBy(unit.getDuration())));
  }

  /**
   * One word of several, case ignored.
   *
   * @param words the words and what they mean; several may mean the same
   */
  public static <T> OptionType<T> word(Map<String, T> words) {
    Map<String, T> meanings = new LinkedHashMap<>();
    words.forEach((word, meaning) -> meanings.put(word.toLowerCase(Locale.ROOT), meaning));
    return OptionType.of(
            "one of " + String.join(", ", meanings.keySet()),
            text -> Optional.ofNullable(meanings.get(text.toLowerCase(Locale.ROOT))))
        .rendered(value -> wordFor(meanings, value));
  }

  /** A constant of an enum, written in lower case with {@code -} for {@code _}. */
  public static <E extends Enum<E>> OptionType<E> constant(Class<E> constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : EnumSet.allOf(constants)) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return word(words);
  }

  /** Values separated by commas, blanks around them ignored; an empty text is an empty list. */
  public static <T> OptionType<List<T>> list(OptionType<T> element) {
    OptionType<List<T>> type =
        OptionType.<List<T>>of(
                "a comma-separated list, each " + element.expected(),
                text -> elements(element, text))
            .rendered(
                values -> values.stream().map(element::render).collect(Collectors.joining(",")));
    return element.isSecret() ? type.secret() : type;
  }

  private static <T> Optional<List<T>> elements(OptionType<T> element, String text) {
    if (text.isBlank()) {
      return Optional.of(List.of());
    }
    List<T> values = new ArrayList<>();
    for (String piece : Arrays.asList(text.split(",", -1))) {
      Optional<T> value = element.parse(piece.strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(List.copyOf(values));
  }

  private static <T> String wordFor(Map<String, T> meanings, T value) {
    return meanings.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(value::toString);
  }

  private static String range(int least, int most) {
    return most == Integer.MAX_VALUE
        ? "a whole number from " + least
        : "a whole number from " + least + " to " + most;
  }

  private static OptionalLong wholeNumber(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }
}
