package org.ara.realtime.library;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Realtime;
import org.ara.realtime.engine.ExtConfigModule;
import org.ara.realtime.status.Inspection;

/**
 * The realtime engine running by itself in a program of yours, without the rest of Ara.
 *
 * <p>The drivers are those on the class path: every {@link Module} that {@link ServiceLoader} finds
 * and that starts as a realtime driver. All methods may be called from any thread. Closing it ends
 * everything: connections, threads, what goes on in the background.
 *
 * @see <a href="../../../../../../../../docs/library.md">docs/library.md</a>
 */
public final class StandaloneRealtime implements AutoCloseable {

  private final LibraryContext context;
  private final Realtime realtime;
  private final Inspection inspection;
  private final CompositeMeterRegistry meters;
  private final Deque<Module> running = new ArrayDeque<>();

  private StandaloneRealtime(LibraryContext context) throws ModuleException {
    this.context = context;
    try {
      load(new ExtConfigModule());
      for (Module driver : drivers()) {
        load(driver);
      }
      this.realtime = context.require(Realtime.class);
      this.inspection = context.require(Inspection.class);
      this.meters = context.require(CompositeMeterRegistry.class);
    } catch (ModuleException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /**
   * Begins to configure an engine; nothing is read before {@link Setup#start}.
   *
   * @param directory where the {@code .conf} files are, where relative names of databases start
   *     ({@code dbfile}), and where snapshots are kept; need not exist if nothing of that is used
   */
  public static Setup in(Path directory) {
    return new Setup(directory.toAbsolutePath().normalize(), Map.of());
  }

  static StandaloneRealtime start(LibraryContext context) throws ModuleException {
    return new StandaloneRealtime(context);
  }

  /** What to ask; usable until {@link #close}. */
  public Realtime realtime() {
    return realtime;
  }

  /** What the engine knows about itself: caches, feeds, the way of an answer. */
  public Inspection inspection() {
    return inspection;
  }

  /**
   * What the engine measures, as {@code docs/metrics.md} lists it: add a registry of yours to it,
   * and all of it is there too.
   */
  public CompositeMeterRegistry meters() {
    return meters;
  }

  /**
   * What was wrong with the configuration, so far: each with its file and line. What could be
   * understood is in force.
   */
  public List<Problem> problems() {
    return context.problemsSoFar();
  }

  /**
   * Reads all configuration again. What did not change keeps its connections and its answers.
   *
   * @throws ModuleException if a file cannot be used; what it configures stays as it was
   */
  public synchronized void reload() throws ModuleException {
    List<Module> inOrder = new ArrayList<>(running).reversed();
    for (Module module : inOrder) {
      module.reload();
    }
  }

  /** Ends everything; doing it again has no effect. */
  @Override
  public synchronized void close() {
    while (!running.isEmpty()) {
      running.pop().unload();
    }
  }

  private void load(Module module) throws ModuleException {
    module.load(context);
    running.push(module);
  }

  private static List<Module> drivers() {
    return ServiceLoader.load(Module.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(module -> module.priority() == LoadPriority.REALTIME_DRIVER)
        .toList();
  }
}
