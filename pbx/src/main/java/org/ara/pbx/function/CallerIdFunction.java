package org.ara.pbx.function;

import java.util.Locale;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;

/** {@code CALLERID(all|name|num)}: who is at the far end. */
final class CallerIdFunction implements DialplanFunction {

  @Override
  public Description description() {
    return new Description(
        "CALLERID",
        "Reads and sets the caller's name and number",
        "CALLERID(all|name|num)",
        "all is \"name\" <number>; what is written to it is taken apart the same way.");
  }

  @Override
  public String read(Channel channel, String arguments) throws FunctionException {
    CallerId id = channel.callerId();
    return switch (item(arguments)) {
      case "all" -> id.toString();
      case "name" -> id.name();
      case "num", "number", "ani" -> id.number();
      default -> throw unknown(arguments);
    };
  }

  @Override
  public void write(Channel channel, String arguments, String value) throws FunctionException {
    CallerId id = channel.callerId();
    switch (item(arguments)) {
      case "all" -> channel.identify(CallerId.parse(value));
      case "name" -> channel.identify(new CallerId(value, id.number()));
      case "num", "number" -> channel.identify(new CallerId(id.name(), value.strip()));
      default -> throw unknown(arguments);
    }
  }

  private static String item(String arguments) {
    return arguments.strip().toLowerCase(Locale.ROOT);
  }

  private static FunctionException unknown(String arguments) {
    return new FunctionException("'" + arguments + "' is not one of all, name, num");
  }
}
