package org.ara.config.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One option of a configuration file or column of a family: its name, what it may hold and what
 * holds where it is not set. A constant: declared once, in a table, and then used as the key to
 * read its value.
 *
 * <pre>{@code
 * static final Option<Boolean> CACHE =
 *     Option.of("rtcachefriends", OptionTypes.yesNo())
 *         .defaultsTo(false)
 *         .documented("Keep realtime peers in memory once they are loaded.");
 * }</pre>
 *
 * @param <T> the type of its value
 */
public final class Option<T> {

  private final String name;
  private final List<String> aliases;
  private final OptionType<T> type;
  private final @Nullable T defaultValue;
  private final String since;
  private final String documentation;
  private final boolean repeatable;
  private final boolean supported;

  private Option(
      String name,
      List<String> aliases,
      OptionType<T> type,
      @Nullable T defaultValue,
      String since,
      String documentation,
      boolean repeatable,
      boolean supported) {
    this.name = name;
    this.aliases = List.copyOf(aliases);
    this.type = type;
    this.defaultValue = defaultValue;
    this.since = since;
    this.documentation = documentation;
    this.repeatable = repeatable;
    this.supported = supported;
  }

  /** An option without a default: {@link OptionValues#find} answers empty where it is not set. */
  public static <T> Option<T> of(String name, OptionType<T> type) {
    Objects.requireNonNull(type, "type");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an option needs a name");
    }
    return new Option<>(name, List.of(), type, null, "", "", false, true);
  }

  /**
   * An option that existing files may hold and that we know, but that has no effect here. Setting
   * it is one warning that says why.
   *
   * @param why what an operator should know: "there is no video support"
   */
  public static Option<String> unsupported(String name, String why) {
    return new Option<>(name, List.of(), OptionTypes.text(), null, "", why, true, false);
  }

  /** The same option with the value that holds where it is not set. */
  public Option<T> defaultsTo(T value) {
    Objects.requireNonNull(value, "value");
    return new Option<>(name, aliases, type, value, since, documentation, repeatable, supported);
  }

  /** The same option, also known by another name: an older or a shorter one. */
  public Option<T> alias(String other) {
    List<String> all = new ArrayList<>(aliases);
    all.add(other);
    return new Option<>(name, all, type, defaultValue, since, documentation, repeatable, supported);
  }

  /** The same option with the first version of Asterisk that had it. */
  public Option<T> since(String version) {
    return new Option<>(
        name, aliases, type, defaultValue, version, documentation, repeatable, supported);
  }

  /** The same option with its text for the reference page: one or two sentences. */
  public Option<T> documented(String text) {
    return new Option<>(name, aliases, type, defaultValue, since, text, repeatable, supported);
  }

  /** The same option, of which every occurrence counts: see {@link OptionValues#all}. */
  public Option<T> repeatable() {
    return new Option<>(name, aliases, type, defaultValue, since, documentation, true, supported);
  }

  public String name() {
    return name;
  }

  /** Its other names, in the order they were declared. */
  public List<String> aliases() {
    return aliases;
  }

  public OptionType<T> type() {
    return type;
  }

  /** What holds where it is not set, if anything. */
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** The first version of Asterisk that had it; empty for the oldest. */
  public String since() {
    return since;
  }

  public String documentation() {
    return documentation;
  }

  /** Whether it is meant to be set more than once. */
  public boolean isRepeatable() {
    return repeatable;
  }

  /** Whether it has an effect. */
  public boolean isSupported() {
    return supported;
  }

  @Override
  public String toString() {
    return name;
  }
}
