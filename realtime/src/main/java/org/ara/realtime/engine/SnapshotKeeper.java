package org.ara.realtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ara.realtime.cache.FamilyCache;
import org.ara.realtime.cache.Kept;
import org.ara.realtime.snapshot.SavedAnswer;
import org.ara.realtime.snapshot.SnapshotException;
import org.ara.realtime.snapshot.SnapshotFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the known answers of families on disk: restores them when a family is first seen, writes
 * them in the background while they change, and once more at the end.
 */
final class SnapshotKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long LEAST_PAUSE_MILLIS = 30_000;

  /** Writing takes at most this part of the time. */
  private static final int SHARE = 20;

  private final Path directory;
  private final Clock clock;
  private final Map<String, Saved> saved = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private List<Family> families = List.of();

  /**
   * What is on disk of a family.
   *
   * @param cache whose answers
   * @param changes how many answers it had kept by then
   * @param nextAt when it may be written again
   */
  private record Saved(FamilyCache cache, long changes, long nextAt) {}

  /** Keeps snapshots in a directory, which is made if one is needed. */
  SnapshotKeeper(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    Thread.ofVirtual().name("realtime-snapshots").start(this::run);
  }

  /** From now on keeps the snapshots of these families, those of them that want it. */
  synchronized void look(List<Family> mapped) {
    families = mapped.stream().filter(family -> family.policy().snapshot()).toList();
    for (Family family : families) {
      FamilyCache cache = family.cache();
      Saved before = saved.get(family.name());
      if (cache != null && (before == null || before.cache != cache)) {
        if (before == null) {
          restore(family, cache);
        }
        saved.put(family.name(), new Saved(cache, cache.lookups().kept(), clock.millis()));
      }
    }
  }

  /** Writes what has changed and stops. */
  @Override
  public void close() {
    ended.countDown();
    write(Long.MAX_VALUE);
  }

  private void run() {
    try {
      while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        write(clock.millis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the snapshots that have changed and are due. */
  private synchronized void write(long now) {
    for (Family family : families) {
      FamilyCache cache = family.cache();
      Saved before = saved.get(family.name());
      if (cache != null && before != null && before.nextAt <= now) {
        long changes = cache.lookups().kept();
        if (changes != before.changes) {
          long began = clock.millis();
          boolean written = write(family, cache);
          long pause = Math.max(LEAST_PAUSE_MILLIS, SHARE * (clock.millis() - began));
          saved.put(
              family.name(),
              new Saved(cache, written ? changes : before.changes, clock.millis() + pause));
        }
      }
    }
  }

  /** Says once that it cannot be done, and once that it can again; the file before stays whole. */
  private boolean write(Family family, FamilyCache cache) {
    long now = clock.millis();
    try {
      Files.createDirectories(directory);
      Stream<SavedAnswer> answers =
          cache.lookups().stream()
              .filter(kept -> family.policy().allowsStale(now - kept.readAt()))
              .map(kept -> saved(family, kept));
      long bytes = file(family).write(place(family), answers);
      LOG.debug("{}: a snapshot of {} bytes was written", family.name(), bytes);
      if (failing.remove(family.name())) {
        LOG.warn("{}: its snapshot is written to {} again", family.name(), directory);
      }
      return true;
    } catch (IOException e) {
      if (failing.add(family.name())) {
        LOG.warn(
            "{}: its snapshot cannot be written to {}, the one before is kept: {}; make room or mend"
                + " the directory",
            family.name(),
            directory,
            String.valueOf(e));
      }
      return false;
    }
  }

  private void restore(Family family, FamilyCache cache) {
    SnapshotFile file = file(family);
    if (!Files.exists(file.path())) {
      return;
    }
    long now = clock.millis();
    Restored restored = new Restored(family, cache, now);
    try {
      if (file.read(place(family), restored::add)) {
        LOG.info("{}: {}", family.name(), restored);
      } else {
        LOG.warn(
            "{}: the snapshot {} is of another mapping and not used", family.name(), file.path());
      }
    } catch (SnapshotException e) {
      setAside(family, file, e);
    } catch (IOException e) {
      LOG.warn("{}: the snapshot {} cannot be read: {}", family.name(), file.path(), e.toString());
    }
  }

  private static void setAside(Family family, SnapshotFile file, SnapshotException why) {
    Path aside = file.path().resolveSibling(file.path().getFileName() + ".damaged");
    LOG.warn(
        "{}: the snapshot is not used: {}; it is now {}", family.name(), why.getMessage(), aside);
    try {
      Files.move(file.path(), aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{}: {} cannot be renamed: {}", family.name(), file.path(), e.toString());
    }
  }

  private SnapshotFile file(Family family) {
    String name =
        family
            .name()
            .chars()
            .mapToObj(c -> isPlain(c) ? Character.toString(c) : "%" + Integer.toHexString(c))
            .collect(Collectors.joining());
    return new SnapshotFile(directory.resolve(name + ".snapshot"));
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  }

  /** A snapshot is of use only where it was taken. */
  private static String place(Family family) {
    return family.routes().stream()
        .map(Route::mapping)
        .map(mapping -> mapping.driver() + "," + mapping.database() + "," + mapping.table())
        .collect(Collectors.joining("; "));
  }

  private static SavedAnswer saved(Family family, Kept kept) {
    return new SavedAnswer(kept.question(), family.amended(kept), kept.readAt());
  }

  /** Answers on their way back into a cache. */
  private static final class Restored {
    private final Family family;
    private final FamilyCache cache;
    private final long now;
    private long count;
    private long oldest;

    Restored(Family family, FamilyCache cache, long now) {
      this.family = family;
      this.cache = cache;
      this.now = now;
    }

    void add(SavedAnswer saved) {
      long age = Math.max(0, now - saved.readAt());
      @Nullable Kept present = cache.find(saved.question());
      if (present == null && family.policy().allowsStale(age)) {
        cache.restore(saved.question(), saved.answer(), saved.readAt());
        count++;
        oldest = Math.max(oldest, age);
      }
    }

    @Override
    public String toString() {
      return count
          + " answers from the snapshot, the oldest of them "
          + oldest / 1000
          + " s old, are given while nobody can be asked";
    }
  }
}
