package org.ara.pbx.application.text;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.function.FunctionException;
import org.ara.pbx.function.FunctionRegistry;

/** The application Set: gives a variable or a function a value. */
public final class SetVariable implements Application {

  private final FunctionRegistry functions;

  public SetVariable(FunctionRegistry functions) {
    this.functions = functions;
  }

  @Override
  public Description description() {
    return new Description(
        "Set",
        "Sets a variable or writes a function",
        "Set(name=value)",
        "Channels that this one dials inherit _NAME, and __NAME together with all that they dial."
            + " The value is taken as it stands, with quotes and commas.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    int equals = arguments.indexOf('=');
    String name = arguments.substring(0, Math.max(0, equals)).strip();
    if (name.isEmpty()) {
      call.warn("'" + arguments + "' is not of the form name=value; nothing set");
      return Outcome.NEXT;
    }
    String value = arguments.substring(equals + 1);
    int parenthesis = name.indexOf('(');
    if (parenthesis > 0 && name.endsWith(")")) {
      String function = name.substring(0, parenthesis);
      write(call, function, name.substring(parenthesis + 1, name.length() - 1), value);
    } else {
      call.set(name, value);
    }
    return Outcome.NEXT;
  }

  private void write(Call call, String function, String arguments, String value) {
    try {
      functions.write(call.channel(), function, arguments, value);
    } catch (FunctionException e) {
      call.warn(function + ": " + e.getMessage());
    }
  }
}
