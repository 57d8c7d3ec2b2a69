package org.ara.pbx.dialplan;

import java.util.Optional;
import java.util.function.Function;
import org.ara.pbx.variable.Globals;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan in force and the global variables. Published as a service by the module that loads
 * the dialplan; a reload replaces the snapshot with one write.
 */
public final class CurrentDialplan {

  private final Globals globals = new Globals();
  private final LiveExtensions live = new LiveExtensions();
  private volatile Dialplan dialplan = Dialplan.empty().with(live);

  /** The dialplan as it is now; hold on to it only for one lookup. */
  public Dialplan get() {
    return dialplan;
  }

  /** The variables that all channels share. */
  public Globals globals() {
    return globals;
  }

  /** The extensions that come and go while the server runs. */
  public LiveExtensions live() {
    return live;
  }

  synchronized void replace(Dialplan next) {
    dialplan = next.with(live);
  }

  /** A context as it is to be, or the reason why it stays as it is. */
  record Edit(@Nullable Context context, String reason) {

    static Edit made(Context context) {
      return new Edit(context, "");
    }

    static Edit refused(String reason) {
      return new Edit(null, reason);
    }
  }

  /**
   * Changes one context of the dialplan in force, until the next reload.
   *
   * @return empty if it was changed, else the reason why not
   */
  synchronized Optional<String> edit(String name, Function<Context, Edit> change) {
    Optional<Context> context = dialplan.context(name);
    if (context.isEmpty()) {
      return Optional.of("There is no existence of '" + name + "' context");
    }
    Edit edit = change.apply(context.get());
    if (edit.context() == null) {
      return Optional.of(edit.reason());
    }
    replace(dialplan.with(edit.context()));
    return Optional.empty();
  }
}
