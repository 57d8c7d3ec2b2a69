package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.variable.Globals;

/** {@code GLOBAL(name)}: a variable that all channels share. */
final class GlobalFunction implements DialplanFunction {

  private final Globals globals;

  GlobalFunction(Globals globals) {
    this.globals = globals;
  }

  @Override
  public Description description() {
    return new Description(
        "GLOBAL", "Reads and sets a global variable", "GLOBAL(name)", "Empty if it is not set.");
  }

  @Override
  public String read(Channel channel, String arguments) {
    String value = globals.variable(arguments.strip());
    return value == null ? "" : value;
  }

  @Override
  public void write(Channel channel, String arguments, String value) {
    globals.set(arguments.strip(), value);
  }
}
