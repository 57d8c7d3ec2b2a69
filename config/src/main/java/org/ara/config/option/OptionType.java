package org.ara.config.option;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the text of an option may be: a parser and the words that describe what it accepts.
 *
 * @param <T> what the text is turned into
 * @see OptionTypes
 */
public final class OptionType<T> {

  private final String expected;
  private final Function<String, Optional<T>> parser;
  private final Function<T, String> renderer;
  private final boolean secret;

  private OptionType(
      String expected,
      Function<String, Optional<T>> parser,
      Function<T, String> renderer,
      boolean secret) {
    this.expected = Objects.requireNonNull(expected, "expected");
    this.parser = Objects.requireNonNull(parser, "parser");
    this.renderer = renderer;
    this.secret = secret;
  }

  /**
   * A type of one's own.
   *
   * @param expected what is accepted, to be read after "is not": {@code "yes or no"}
   * @param parser the value of a text, empty if the text is not acceptable; must not throw
   */
  public static <T> OptionType<T> of(String expected, Function<String, Optional<T>> parser) {
    return new OptionType<>(expected, parser, String::valueOf, false);
  }

  /** The same type, whose values are written in reference pages as {@code renderer} says. */
  public OptionType<T> rendered(Function<T, String> how) {
    return new OptionType<>(expected, parser, how, secret);
  }

  /** The same type for values that are never printed, not even in a complaint about them. */
  public OptionType<T> secret() {
    return new OptionType<>(expected, parser, value -> "<hidden>", true);
  }

  /** What is accepted, to be read after "is not". */
  public String expected() {
    return expected;
  }

  /** Whether values of this type must never be printed. */
  public boolean isSecret() {
    return secret;
  }

  /** The value of a text, empty if the text is not acceptable. */
  public Optional<T> parse(String text) {
    return parser.apply(text);
  }

  /** How a value is written in a configuration file; {@code <hidden>} for a secret. */
  public String render(T value) {
    return renderer.apply(value);
  }

  /** {@code 'maybe' is not yes or no}, without the text where it is a secret. */
  String complaint(String text) {
    return String.format(
        Locale.ROOT, "%s is not %s", secret ? "the value" : "'" + text + "'", expected);
  }
}
