package org.ara.server.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log file. A line is in it when {@link #write} returns; lines that cannot be written are counted
 * and the count is written when they can again. Whoever writes waits while the file is rotated, so
 * that none is lost or written to an old one.
 */
final class LogFile implements LogTarget {

  private final Path path;
  private final Consumer<String> alarm;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable OutputStream out;
  private Rotation rotation;
  private long size;
  private long limit;
  private long lost;
  private boolean closed;
  private volatile boolean works = true;

  /**
   * A file, made when the first line is written.
   *
   * @param alarm takes what goes wrong, to tell it elsewhere
   */
  LogFile(Path path, Rotation rotation, Consumer<String> alarm) {
    this.path = path;
    this.rotation = rotation;
    this.alarm = alarm;
    this.limit = rotation.size();
  }

  @Override
  public String type() {
    return "File";
  }

  @Override
  public String place() {
    return path.toString();
  }

  Path path() {
    return path;
  }

  @Override
  public boolean works() {
    return works;
  }

  @Override
  public void write(LogLine line, String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    String trouble = "";
    lock.lock();
    try {
      if (limit > 0 && size >= limit) {
        trouble = full();
      }
      if (!closed) {
        opened().write(bytes);
        size += bytes.length;
        trouble = recovered(trouble);
      }
    } catch (IOException e) {
      lost++;
      trouble = works ? path + " cannot be written: " + e.getMessage() : "";
      works = false;
      closeQuietly();
    } finally {
      lock.unlock();
    }
    if (!trouble.isEmpty()) {
      alarm.accept(trouble);
    }
  }

  private String recovered(String trouble) {
    long missing = lost;
    lost = 0;
    works = true;
    return missing == 0 ? trouble : path + ": " + missing + " lines could not be written";
  }

  /** Rotates a file that is full; where that fails it is not tried again for as much again. */
  private String full() {
    try {
      putAway();
      limit = rotation.size();
      return "";
    } catch (IOException e) {
      limit = size + rotation.size();
      return path + " is full and cannot be renamed: " + e;
    }
  }

  @Override
  public void rotate() throws IOException {
    lock.lock();
    try {
      putAway();
      opened();
    } finally {
      lock.unlock();
    }
  }

  /** Opens anew what somebody else may have moved, which may be put away otherwise from now on. */
  void reopen(Rotation next) {
    lock.lock();
    try {
      rotation = next;
      limit = next.size();
      closeQuietly();
      opened();
    } catch (IOException e) {
      works = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closeQuietly();
    } finally {
      lock.unlock();
    }
  }

  private void putAway() throws IOException {
    closeQuietly();
    new OldFiles(path).add(rotation);
  }

  /** Unlike a channel, a stream does not end because a thread that writes is interrupted. */
  private OutputStream opened() throws IOException {
    OutputStream open = out;
    if (open == null) {
      Files.createDirectories(Objects.requireNonNull(path.getParent(), "a directory"));
      open = new FileOutputStream(path.toFile(), true);
      size = Files.size(path);
      out = open;
    }
    return open;
  }

  private void closeQuietly() {
    OutputStream open = out;
    out = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        works = false;
      }
    }
  }
}
