package org.ara.module.reload;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.module.Command;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;

/** A module's context for working out a plan: what is reported is kept instead of logged. */
public final class QuietContext implements ModuleContext {

  private final ModuleContext context;
  private final List<Problem> problems = new ArrayList<>();

  /** In place of that context. */
  public QuietContext(ModuleContext context) {
    this.context = context;
  }

  /** What was reported, in order. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void report(Iterable<Problem> found) {
    found.forEach(problems::add);
  }

  @Override
  public ConfigSource config() {
    return context.config();
  }

  @Override
  public Directories directories() {
    return context.directories();
  }

  @Override
  public String systemName() {
    return context.systemName();
  }

  @Override
  public CoreOptions options() {
    return context.options();
  }

  @Override
  public <T> T require(Class<T> type) throws ModuleException {
    return context.require(type);
  }

  @Override
  public <T> void publish(Class<T> type, T service) throws ModuleException {
    context.publish(type, service);
  }

  @Override
  public void register(Command command) {
    context.register(command);
  }

  @Override
  public void undo(Runnable action) {
    context.undo(action);
  }
}
