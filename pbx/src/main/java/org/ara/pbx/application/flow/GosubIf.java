package org.ara.pbx.application.flow;

import java.util.Optional;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Runs one of two parts of the dialplan, or none, and comes back. */
public final class GosubIf implements Application {

  private final Gosub gosub;

  public GosubIf(Gosub gosub) {
    this.gosub = gosub;
  }

  @Override
  public Description description() {
    return new Description(
        "GosubIf",
        "Runs a part of the dialplan and comes back, depending on a condition",
        "GosubIf(condition?[target[(arguments)]]:[target[(arguments)]])",
        "Targets and arguments are those of Gosub.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Optional<String> branch = Branches.choose(call, arguments).filter(text -> !text.isEmpty());
    return branch.isEmpty() ? Outcome.NEXT : gosub.run(call, branch.get());
  }
}
