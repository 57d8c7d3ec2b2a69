package org.ara.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system of its own that is small enough to be filled: a {@code tmpfs}, which only root may
 * mount.
 */
public final class SmallDisk implements AutoCloseable {

  private static final byte[] BLOCK = new byte[4096];

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /**
   * Mounts one.
   *
   * @param bytes how much it holds
   * @return empty where that is not allowed
   */
  public static Optional<SmallDisk> mount(long bytes) {
    try {
      Path path = Files.createTempDirectory("ara-disk");
      if (run("mount", "-t", "tmpfs", "-o", "size=" + bytes + ",mode=0777", "tmpfs", path)) {
        return Optional.of(new SmallDisk(path));
      }
      Files.delete(path);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its root directory. */
  public Path path() {
    return path;
  }

  /** Leaves no room. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (; ; ) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      // That is what was wanted: the last block did not fit.
    }
  }

  /** Makes room again. */
  public void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it away, also from under those who use it still. */
  @Override
  public void close() {
    try {
      run("umount", "-l", path);
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return path.resolve("filler");
  }

  private static boolean run(Object... command) throws IOException {
    List<String> words = List.of(command).stream().map(Object::toString).toList();
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
