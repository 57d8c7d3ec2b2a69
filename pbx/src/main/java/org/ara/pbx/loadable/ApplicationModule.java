package org.ara.pbx.loadable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;

/** A module that brings applications and nothing else. */
abstract class ApplicationModule implements Module {

  private final String name;
  private final String description;
  private volatile Supplier<List<String>> inside = List::of;

  ApplicationModule(String name, String description) {
    this.name = name;
    this.description = description;
  }

  /** Makes the applications. */
  abstract Application[] applications(ModuleContext context) throws ModuleException;

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public Set<String> needs() {
    return Set.of("pbx_core");
  }

  @Override
  public final void load(ModuleContext context) throws ModuleException {
    Applications registry = context.require(Applications.class);
    Application[] brought = applications(context);
    context.undo(() -> registry.unregister(brought));
    registry.register(brought);
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Application application : brought) {
      names.add(application.description().name());
    }
    Pbx pbx = context.require(Pbx.class);
    inside =
        () ->
            pbx.channels().stream()
                .filter(c -> c.running().filter(r -> names.contains(r.application())).isPresent())
                .map(Channel::name)
                .toList();
  }

  @Override
  public final List<String> users() {
    return inside.get();
  }
}
