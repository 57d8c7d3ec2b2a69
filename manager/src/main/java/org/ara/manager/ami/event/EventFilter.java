package org.ara.manager.ami.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.manager.ami.guard.ClientPattern;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerEvent;
import org.jspecify.annotations.Nullable;

/**
 * One line that says which events a client is told.
 *
 * @param excludes whether what it matches is left out, rather than let in
 * @param matches whether it matches an event, given with its text
 * @param text as it was written
 */
public record EventFilter(boolean excludes, Matching matches, String text) {

  private static final Pattern CRITERION = Pattern.compile("([a-z]+)\\(([^()]*)\\)");

  /** Whether an event is meant. */
  @FunctionalInterface
  public interface Matching {
    boolean test(ManagerEvent event, String text);
  }

  /**
   * Whether filters let an event through: none that excludes it, and if there are some that
   * include, at least one of those.
   */
  public static boolean pass(List<EventFilter> filters, ManagerEvent event, String text) {
    boolean including = false;
    boolean included = false;
    for (EventFilter filter : filters) {
      boolean matches = (filter.excludes || !included) && filter.matches.test(event, text);
      if (filter.excludes && matches) {
        return false;
      }
      including |= !filter.excludes;
      included |= !filter.excludes && matches;
    }
    return !including || included;
  }

  /**
   * Reads a filter.
   *
   * @param option {@code eventfilter}, or {@code eventfilter(name(E),header(H),method(M))}
   * @param value a regular expression over the event's text, {@code !} excludes; with criteria the
   *     text to look for
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  public static EventFilter parse(String option, String value) {
    int open = option.indexOf('(');
    if (open < 0) {
      boolean excludes = value.startsWith("!");
      ClientPattern pattern = ClientPattern.of(excludes ? value.substring(1) : value);
      return new EventFilter(excludes, (event, text) -> pattern.find(text), option + " = " + value);
    }
    if (!option.endsWith(")")) {
      throw new IllegalArgumentException("the parenthesis is not closed");
    }
    return criteria(option, option.substring(open + 1, option.length() - 1), value);
  }

  private static EventFilter criteria(String option, String criteria, String value) {
    Optional<String> name = Optional.empty();
    Optional<String> header = Optional.empty();
    String method = value.isEmpty() ? "none" : "regex";
    boolean excludes = false;
    Matcher each = CRITERION.matcher(criteria.toLowerCase(Locale.ROOT));
    while (each.find()) {
      String argument = each.group(2).strip();
      switch (each.group(1)) {
        case "name" -> name = Optional.of(argument);
        case "header" -> header = Optional.of(argument);
        case "method" -> method = argument;
        case "action" -> excludes = argument.equals("exclude");
        default ->
            throw new IllegalArgumentException(
                "'" + each.group(1) + "' is not one of action, name, header, method");
      }
    }
    Predicate<String> wanted = method(method, value);
    String onlyName = name.orElse("");
    String onlyHeader = header.orElse("");
    return new EventFilter(
        excludes,
        (event, text) ->
            (onlyName.isEmpty() || event.name().equalsIgnoreCase(onlyName))
                && (onlyHeader.isEmpty() ? wanted.test(text) : has(event, onlyHeader, wanted)),
        option + " = " + value);
  }

  private static boolean has(ManagerEvent event, String header, Predicate<String> wanted) {
    return event.headers().stream()
        .filter(h -> h.name().equalsIgnoreCase(header))
        .map(Header::value)
        .anyMatch(wanted);
  }

  /** By how it was written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventFilter filter && filter.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static Predicate<String> method(String method, String value) {
    return switch (method) {
      case "none" -> text -> true;
      case "regex" -> {
        ClientPattern pattern = ClientPattern.of(value);
        yield pattern::find;
      }
      case "exact" -> text -> text.equals(value);
      case "starts_with" -> text -> text.startsWith(value);
      case "ends_with" -> text -> text.endsWith(value);
      case "contains" -> text -> text.contains(value);
      default ->
          throw new IllegalArgumentException(
              "'"
                  + method
                  + "' is not one of regex, exact, starts_with, ends_with, contains, none");
    };
  }
}
