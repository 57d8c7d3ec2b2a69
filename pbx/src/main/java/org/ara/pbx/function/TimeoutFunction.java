package org.ara.pbx.function;

import java.time.Duration;
import java.util.Locale;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Seconds;

/** {@code TIMEOUT(digit|response)}: how long a channel waits for keys. */
final class TimeoutFunction implements DialplanFunction {

  @Override
  public Description description() {
    return new Description(
        "TIMEOUT",
        "Reads and sets how long the call waits for keys",
        "TIMEOUT(digit|response)",
        "Seconds with a fraction: response until the first digit of an extension (10), digit"
            + " between digits (5). The item absolute is not there.");
  }

  @Override
  public String read(Channel channel, String arguments) throws FunctionException {
    Duration time =
        item(arguments).equals("digit") ? Timeouts.digit(channel) : Timeouts.response(channel);
    return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
  }

  @Override
  public void write(Channel channel, String arguments, String value) throws FunctionException {
    String item = item(arguments);
    Duration time =
        Seconds.parse(value)
            .orElseThrow(() -> new FunctionException("'" + value + "' is not a time"));
    Timeouts.set(channel, item, time);
  }

  private static String item(String arguments) throws FunctionException {
    String item = arguments.strip().toLowerCase(Locale.ROOT);
    if (!item.equals("digit") && !item.equals("response")) {
      throw new FunctionException("'" + arguments + "' is neither digit nor response");
    }
    return item;
  }
}
