package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;
import org.jspecify.annotations.Nullable;

/** PUSH, UNSHIFT, POP and SHIFT: a variable as a list of values. */
final class ListFunctions {

  private ListFunctions() {}

  static DialplanFunction[] all() {
    return new DialplanFunction[] {
      new Added("PUSH", "Adds a value at the end of a list", false),
      new Added("UNSHIFT", "Adds a value at the start of a list", true),
      taken("POP", "Takes the last value off a list", false),
      taken("SHIFT", "Takes the first value off a list", true)
    };
  }

  private static DialplanFunction taken(String name, String synopsis, boolean first) {
    return new Simple(
        new Description(
            name,
            synopsis,
            name + "(variable[,delimiter])",
            "The variable, named without ${}, holds values between delimiters (,). It is set to"
                + " what is left."),
        (channel, arguments) -> {
          Arguments split = named(arguments);
          String variable = split.text(0).strip();
          String list = list(channel, variable);
          String delimiter = delimiter(split);
          int at = first ? list.indexOf(delimiter) : list.lastIndexOf(delimiter);
          String before = at < 0 ? "" : list.substring(0, at);
          String after = at < 0 ? "" : list.substring(at + delimiter.length());
          channel.variables().set(variable, first ? after : before);
          return at < 0 ? list : first ? before : after;
        });
  }

  private record Added(String name, String synopsis, boolean first) implements DialplanFunction {

    @Override
    public Description description() {
      return new Description(
          name,
          synopsis,
          name + "(variable[,delimiter])",
          "Set("
              + name
              + "(list)=value): the variable, named without ${}, holds values between"
              + " delimiters (,).");
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Arguments split = named(arguments);
      String variable = split.text(0).strip();
      String list = list(channel, variable);
      String delimiter = delimiter(split);
      channel
          .variables()
          .set(
              variable,
              list.isEmpty() ? value : first ? value + delimiter + list : list + delimiter + value);
    }
  }

  private static Arguments named(String arguments) throws FunctionException {
    Arguments split = Arguments.split(arguments, 2);
    if (split.text(0).isBlank()) {
      throw new FunctionException("the name of the variable is missing");
    }
    return split;
  }

  private static String delimiter(Arguments split) {
    return split.text(1).isEmpty() ? "," : split.text(1);
  }

  private static String list(Channel channel, String variable) {
    @Nullable String list = channel.variables().get(variable);
    return list == null ? "" : list;
  }
}
