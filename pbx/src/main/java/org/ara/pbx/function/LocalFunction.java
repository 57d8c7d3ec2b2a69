package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;

/** {@code LOCAL(name)}: a variable of the innermost Gosub frame. */
final class LocalFunction implements DialplanFunction {

  @Override
  public Description description() {
    return new Description(
        "LOCAL",
        "Reads and sets a variable that ends with the subroutine",
        "LOCAL(name)",
        "Set it within a Gosub; Return forgets it.");
  }

  @Override
  public String read(Channel channel, String arguments) {
    String value = channel.variables().get(arguments.strip());
    return value == null ? "" : value;
  }

  @Override
  public void write(Channel channel, String arguments, String value) throws FunctionException {
    if (!channel.variables().setLocal(arguments.strip(), value)) {
      throw new FunctionException("there is no Gosub that it could belong to");
    }
  }
}
