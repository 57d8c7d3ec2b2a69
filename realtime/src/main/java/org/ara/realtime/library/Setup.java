package org.ara.realtime.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ara.module.ModuleException;

/**
 * The configuration of a {@link StandaloneRealtime}: the files of a directory, and texts that stand
 * for files. Immutable.
 *
 * @param directory absolute
 * @param texts by file name; a text goes before the file of that name
 */
public record Setup(Path directory, Map<String, String> texts) {

  /** Keeps a copy of the texts. */
  public Setup {
    Objects.requireNonNull(directory, "directory");
    texts = Map.copyOf(texts);
  }

  /**
   * The same with a text instead of a file.
   *
   * @param file the name that the engine or a driver asks for: {@code extconfig.conf}, {@code
   *     realtime.conf}, {@code res_pgsql.conf}
   * @param text what would be in it, in the grammar of configuration files
   */
  public Setup with(String file, String text) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(file, text);
    return new Setup(directory, more);
  }

  /**
   * Starts the engine and the drivers on the class path. A database that is away is no failure, a
   * mistake in a file mostly a {@linkplain StandaloneRealtime#problems problem}.
   *
   * @throws ModuleException if a driver cannot start; nothing is left running
   */
  public StandaloneRealtime start() throws ModuleException {
    return StandaloneRealtime.start(new LibraryContext(this));
  }
}
