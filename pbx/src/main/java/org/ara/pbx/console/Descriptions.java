package org.ara.pbx.console;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.function.DialplanFunction;
import org.ara.pbx.function.FunctionRegistry;

/** The commands that tell what the dialplan can do. */
public final class Descriptions {

  private Descriptions() {}

  /** All of them. */
  public static List<Command> commands(Applications applications, FunctionRegistry functions) {
    Supplier<Stream<Description>> apps =
        () -> applications.all().stream().map(Application::description);
    Supplier<Stream<Description>> funcs =
        () -> functions.all().stream().map(DialplanFunction::description);
    return List.of(
        new DescriptionList("applications", apps, DescriptionList::applications),
        new DescribedCommand(
            "application", apps, true, "Your application(s) is (are) not registered"),
        new DescriptionList("functions", funcs, DescriptionList::functions),
        new DescribedCommand("function", funcs, false, "No function by that name registered."));
  }
}
