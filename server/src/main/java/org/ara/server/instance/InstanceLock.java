package org.ara.server.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second server out of a run directory. The lock is the operating system's, on the pid
 * file, so that it ends with the process however that ends; the file stays.
 */
public final class InstanceLock implements AutoCloseable {

  static final String FILE = "asterisk.pid";

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock and writes this process's id into its file.
   *
   * @return the lock, or empty if a living server has it
   * @throws IOException if the file cannot be written
   */
  public static Optional<InstanceLock> take(Path runDirectory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            runDirectory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return Optional.of(new InstanceLock(channel));
  }

  /** The id of the process that wrote the file last, for messages; empty if there is none. */
  public static String holder(Path runDirectory) {
    try {
      return Files.readString(runDirectory.resolve(FILE), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another server in this very process
    }
  }
}
