package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.Location;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Comes back from Gosub. */
public final class Return implements Application {

  @Override
  public Description description() {
    return new Description(
        "Return",
        "Comes back from Gosub",
        "Return([value])",
        "Goes on after the Gosub and sets GOSUB_RETVAL to the value.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Optional<Location> back = call.channel().variables().pop();
    if (back.isEmpty()) {
      call.warn("there is no Gosub to return from");
      return Outcome.END;
    }
    call.set("GOSUB_RETVAL", arguments);
    return new Outcome.Jump(back.get());
  }
}
