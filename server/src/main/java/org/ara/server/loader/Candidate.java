package org.ara.server.loader;

import java.util.function.Supplier;
import org.ara.module.Module;

/**
 * A module that was found and may be loaded, several times if it is unloaded in between.
 *
 * @param name its own
 * @param maker makes a new one, or throws what its constructor or its class throws
 * @param release lets go of what making one took
 * @param support what {@code module show} says of who cares for it
 */
record Candidate(ModuleName name, Supplier<Module> maker, Runnable release, String support) {

  /** A module that exists already and is the same each time. */
  static Candidate of(Module module) {
    return new Candidate(ModuleName.of(module.name()), () -> module, () -> {}, "core");
  }
}
