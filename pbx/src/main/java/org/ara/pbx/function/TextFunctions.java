package org.ara.pbx.function;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.expression.Truth;
import org.ara.pbx.variable.Substitution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** LEN, CUT, FIELDQTY, IF, EVAL and their like: functions of texts alone. */
final class TextFunctions {

  private static final Logger LOG = LoggerFactory.getLogger(TextFunctions.class);

  private final ChannelScopes scopes;

  TextFunctions(ChannelScopes scopes) {
    this.scopes = scopes;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {
      simple(
          "LEN",
          "How many bytes a text has",
          "LEN(text)",
          (channel, text) -> Integer.toString(text.getBytes(StandardCharsets.UTF_8).length)),
      simple(
          "TOUPPER",
          "A text in capitals",
          "TOUPPER(text)",
          (channel, text) -> text.toUpperCase(Locale.ROOT)),
      simple(
          "TOLOWER",
          "A text in small letters",
          "TOLOWER(text)",
          (channel, text) -> text.toLowerCase(Locale.ROOT)),
      simple("CUT", "Fields of a variable", "CUT(variable,delimiter,fields)", this::cut),
      simple(
          "FIELDQTY",
          "How many fields a variable has",
          "FIELDQTY(variable,delimiter)",
          this::count),
      simple("IF", "One of two texts", "IF(condition?then:else)", TextFunctions::choose),
      simple("EVAL", "A text, substituted once more", "EVAL(text)", this::substitute),
      simple(
          "EXCEPTION",
          "Why extension e runs",
          "EXCEPTION(REASON|CONTEXT|EXTEN|PRIORITY)",
          (channel, item) -> Exceptional.read(channel, item.strip()))
    };
  }

  private static DialplanFunction simple(
      String name, String synopsis, String syntax, Simple.Reading reading) {
    return new Simple(new Description(name, synopsis, syntax, ""), reading);
  }

  private String cut(Channel channel, String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 3);
    String delimiter = split.text(1).isEmpty() ? "-" : split.text(1).substring(0, 1);
    List<String> fields =
        List.of(variable(channel, split.text(0)).split(Pattern.quote(delimiter), -1));
    IntPredicate wanted = fields(split.text(2));
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (wanted.test(i + 1)) {
        chosen.add(fields.get(i));
      }
    }
    return String.join(delimiter, chosen);
  }

  /** Which field numbers {@code 1}, {@code 2-}, {@code -3}, {@code 1&3-4} mean. */
  private static IntPredicate fields(String text) throws FunctionException {
    IntPredicate wanted = number -> false;
    for (String range : text.split("&")) {
      if (!range.matches("\\d{1,6}|\\d{1,6}-\\d{0,6}|-\\d{1,6}")) {
        throw new FunctionException("'" + range + "' is not a field or a range of fields");
      }
      String[] ends = range.split("-", 2);
      int from = ends[0].isEmpty() ? 1 : Integer.parseInt(ends[0]);
      String last = ends.length == 1 ? ends[0] : ends[1];
      int to = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
      wanted = wanted.or(number -> number >= from && number <= to);
    }
    return wanted;
  }

  private String count(Channel channel, String arguments) {
    Arguments split = Arguments.split(arguments, 2);
    String value = variable(channel, split.text(0));
    if (value.isEmpty() || split.text(1).isEmpty()) {
      return value.isEmpty() ? "0" : "1";
    }
    return Integer.toString(value.split(Pattern.quote(split.text(1)), -1).length);
  }

  private static String choose(Channel channel, String arguments) throws FunctionException {
    int question = arguments.indexOf('?');
    if (question < 0) {
      throw new FunctionException("the form is condition?then:else");
    }
    String branches = arguments.substring(question + 1);
    int colon = branches.indexOf(':');
    String then = colon < 0 ? branches : branches.substring(0, colon);
    String otherwise = colon < 0 ? "" : branches.substring(colon + 1);
    return (Truth.of(arguments.substring(0, question).strip()) ? then : otherwise).strip();
  }

  private String substitute(Channel channel, String text) {
    return Substitution.substitute(
        text,
        scopes.of(channel, problem -> LOG.warn("{}: {}", channel, problem)),
        problem -> LOG.warn("{}: EVAL({}): {}", channel, text, problem));
  }

  private String variable(Channel channel, String name) {
    String value = scopes.of(channel, problem -> {}).variable(name.strip());
    return value == null ? "" : value;
  }
}
