package org.ara.pbx.function;

import java.util.Locale;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.Presentation;

/** {@code CALLERID(all|name|num|pres|tag)}: who is at the far end. */
final class CallerIdFunction implements DialplanFunction {

  @Override
  public Description description() {
    return new Description(
        "CALLERID",
        "Reads and sets the caller's name and number",
        "CALLERID(all|name|num|pres|tag)",
        "all is \"name\" <number>; what is written to it is taken apart the same way. pres is one of"
            + " allowed_not_screened, allowed_passed_screen, allowed_failed_screen, allowed,"
            + " prohib_not_screened, prohib_passed_screen, prohib_failed_screen, prohib,"
            + " unavailable.");
  }

  @Override
  public String read(Channel channel, String arguments) throws FunctionException {
    CallerId id = channel.callerId();
    return switch (item(arguments)) {
      case "all" -> id.toString();
      case "name" -> id.name();
      case "num", "number", "ani" -> id.number();
      case "pres", "num-pres", "name-pres" -> id.presentation().word();
      case "tag" -> id.tag();
      default -> throw unknown(arguments);
    };
  }

  @Override
  public void write(Channel channel, String arguments, String value) throws FunctionException {
    CallerId id = channel.callerId();
    switch (item(arguments)) {
      case "all" -> {
        CallerId given = CallerId.parse(value);
        channel.identify(id.named(given.name(), given.number()));
      }
      case "name" -> channel.identify(id.named(value, id.number()));
      case "num", "number" -> channel.identify(id.named(id.name(), value.strip()));
      case "pres", "num-pres", "name-pres" ->
          channel.identify(
              id.presented(
                  Presentation.named(value)
                      .orElseThrow(
                          () -> new FunctionException("'" + value + "' is no presentation"))));
      case "tag" -> channel.identify(id.tagged(value.strip()));
      default -> throw unknown(arguments);
    }
  }

  private static String item(String arguments) {
    return arguments.strip().toLowerCase(Locale.ROOT);
  }

  private static FunctionException unknown(String arguments) {
    return new FunctionException("'" + arguments + "' is not one of all, name, num, pres, tag");
  }
}
