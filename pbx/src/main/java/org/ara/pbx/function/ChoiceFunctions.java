package org.ara.pbx.function;

import java.time.Clock;
import java.time.Instant;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.TimeCondition;
import org.ara.pbx.expression.PosixRegex;
import org.jspecify.annotations.Nullable;

/** ISNULL, EXISTS, IFTIME, SET, QUOTE, FILTER and REGEX: what a text is, and what is made of it. */
final class ChoiceFunctions {

  private final Clock clock;

  ChoiceFunctions(Clock clock) {
    this.clock = clock;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {
      simple(
          "ISNULL", "1 if a text is empty, else 0", "ISNULL(text)", "", (c, t) -> bit(t.isEmpty())),
      simple(
          "EXISTS",
          "1 if a text is not empty, else 0",
          "EXISTS(text)",
          "",
          (c, t) -> bit(!t.isEmpty())),
      simple(
          "IFTIME",
          "One of two texts, depending on the time",
          "IFTIME(times?then:else)",
          "The fields are those of include; TESTTIME stands in for the clock.",
          this::byTime),
      simple(
          "SET",
          "Sets a variable and is its value",
          "SET(name=value)",
          "",
          ChoiceFunctions::assign),
      simple(
          "QUOTE",
          "A text in double quotes",
          "QUOTE(text)",
          "Quotes and backslashes inside get a backslash.",
          (c, t) -> '"' + t.replace("\\", "\\\\").replace("\"", "\\\"") + '"'),
      simple(
          "CSV_QUOTE",
          "A text as a field of a CSV file",
          "CSV_QUOTE(text)",
          "In double quotes, those inside doubled.",
          (c, t) -> '"' + t.replace("\"", "\"\"") + '"'),
      simple(
          "FILTER",
          "Only the characters that are allowed",
          "FILTER(allowed,text)",
          "Allowed are characters and ranges like a-z; \\n, \\t and \\xHH stand for characters.",
          ChoiceFunctions::filter),
      simple(
          "REGEX",
          "1 if a text matches a regular expression, else 0",
          "REGEX(\"expression\" text)",
          "The expression is a POSIX extended one, in double quotes.",
          ChoiceFunctions::matches)
    };
  }

  private static DialplanFunction simple(
      String name, String synopsis, String syntax, String text, Simple.Reading reading) {
    return new Simple(new Description(name, synopsis, syntax, text), reading);
  }

  private static String bit(boolean set) {
    return set ? "1" : "0";
  }

  private String byTime(Channel channel, String arguments) throws FunctionException {
    int question = arguments.indexOf('?');
    if (question < 0) {
      throw new FunctionException("the form is times?then:else");
    }
    StringBuilder wrong = new StringBuilder();
    TimeCondition times = TimeCondition.parse(arguments.substring(0, question), wrong::append);
    if (!wrong.isEmpty()) {
      throw new FunctionException(wrong.toString());
    }
    @Nullable String test = channel.variables().get("TESTTIME");
    Instant now =
        test != null && test.matches("\\d{1,12}")
            ? Instant.ofEpochSecond(Long.parseLong(test))
            : clock.instant();
    String branches = arguments.substring(question + 1);
    int colon = branches.indexOf(':');
    String then = colon < 0 ? branches : branches.substring(0, colon);
    String otherwise = colon < 0 ? "" : branches.substring(colon + 1);
    return (times.holds(now, clock.getZone()) ? then : otherwise).strip();
  }

  private static String assign(Channel channel, String arguments) throws FunctionException {
    int equals = arguments.indexOf('=');
    if (equals < 1) {
      throw new FunctionException("the form is name=value");
    }
    String value = arguments.substring(equals + 1);
    channel.variables().set(arguments.substring(0, equals).strip(), value);
    return value;
  }

  private static String filter(Channel channel, String arguments) throws FunctionException {
    int comma = arguments.indexOf(',');
    if (comma < 0) {
      throw new FunctionException("the form is allowed,text");
    }
    CharacterSet allowed = CharacterSet.parse(arguments.substring(0, comma));
    StringBuilder kept = new StringBuilder();
    arguments
        .substring(comma + 1)
        .chars()
        .filter(allowed::contains)
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static String matches(Channel channel, String arguments) throws FunctionException {
    int open = arguments.indexOf('"');
    int close = arguments.indexOf('"', open + 1);
    if (open < 0 || close < 0) {
      throw new FunctionException("the expression must stand in double quotes");
    }
    String rest = arguments.substring(close + 1);
    String text = rest.startsWith(" ") ? rest.substring(1) : rest;
    StringBuilder wrong = new StringBuilder();
    boolean matches = PosixRegex.matches(arguments.substring(open + 1, close), text, wrong::append);
    if (!wrong.isEmpty()) {
      throw new FunctionException(wrong.toString());
    }
    return bit(matches);
  }
}
