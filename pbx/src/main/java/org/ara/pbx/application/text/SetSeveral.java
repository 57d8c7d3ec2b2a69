package org.ara.pbx.application.text;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.function.FunctionRegistry;

/** The application MSet: gives several variables or functions a value each. */
public final class SetSeveral implements Application {

  private final SetVariable one;

  public SetSeveral(FunctionRegistry functions) {
    this.one = new SetVariable(functions);
  }

  @Override
  public Description description() {
    return new Description(
        "MSet",
        "Sets several variables or functions",
        "MSet(name=value[,name=value...])",
        "Quotes and backslashes in the values are taken out, which Set does not do.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    for (String pair : Arguments.split(arguments).values()) {
      Outcome unused = one.run(call, pair.strip());
    }
    return Outcome.NEXT;
  }
}
