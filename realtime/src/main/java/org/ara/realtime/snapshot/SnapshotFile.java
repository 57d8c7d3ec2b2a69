package org.ara.realtime.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of one family's snapshot: a magic word and version, where the family was mapped to, the
 * answers, and a checksum of all that.
 *
 * <p>Rows hold passwords, so nobody but the owner may read it.
 *
 * @param path of the file; its directory exists
 */
public record SnapshotFile(Path path) {

  private static final long MAGIC = 0x415241534e41500aL; // "ARASNAP\n"
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = Long.BYTES;

  /**
   * Writes a new file in the place of the old one, which stays whole until the new one is.
   *
   * @param mapping where the family is mapped to, in any words
   * @param answers what to write
   * @return how many bytes were written
   */
  public long write(String mapping, Stream<SavedAnswer> answers) throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(aside);
    try (FileChannel channel =
        FileChannel.open(
            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      CRC32C checksum = new CRC32C();
      OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      DataOutputStream out = new DataOutputStream(new CheckedOutputStream(file, checksum));
      out.writeLong(MAGIC);
      out.writeInt(VERSION);
      AnswerWriter writer = new AnswerWriter(out);
      writer.text(mapping);
      for (SavedAnswer answer : (Iterable<SavedAnswer>) answers::iterator) {
        writer.write(answer);
      }
      writer.end();
      out.writeLong(checksum.getValue());
      out.flush();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return Files.size(path);
  }

  /**
   * Reads all answers, none of them unless the whole file is as it was written.
   *
   * @param mapping where the family is mapped to now
   * @return whether the answers are of that mapping; if not, none is given
   * @throws SnapshotException if the file is damaged or of another version
   * @throws IOException if it cannot be read
   */
  public boolean read(String mapping, Consumer<SavedAnswer> answers) throws IOException {
    verify();
    try (DataInputStream in = open()) {
      in.skipNBytes(Long.BYTES);
      int version = in.readInt();
      if (version != VERSION) {
        throw new SnapshotException("it has version " + version + ", not " + VERSION);
      }
      AnswerReader reader = new AnswerReader(in);
      if (!reader.text().equals(mapping)) {
        return false;
      }
      for (SavedAnswer answer = reader.next(); answer != null; answer = reader.next()) {
        answers.accept(answer);
      }
      return true;
    } catch (IllegalArgumentException e) {
      throw new SnapshotException("it holds what cannot be: " + e.getMessage());
    }
  }

  private void verify() throws IOException {
    long content = Files.size(path) - CHECKSUM_BYTES;
    if (content < Long.BYTES + Integer.BYTES) {
      throw new SnapshotException("it is too short");
    }
    CRC32C checksum = new CRC32C();
    try (DataInputStream in = open()) {
      DataInputStream checked = new DataInputStream(new CheckedInputStream(in, checksum));
      if (checked.readLong() != MAGIC) {
        throw new SnapshotException("it is no snapshot");
      }
      byte[] piece = new byte[1 << 16];
      for (long left = content - Long.BYTES; left > 0; ) {
        int most = (int) Math.min(left, piece.length);
        checked.readFully(piece, 0, most);
        left -= most;
      }
      if (in.readLong() != checksum.getValue()) {
        throw new SnapshotException("its checksum is wrong");
      }
    }
  }

  private DataInputStream open() throws IOException {
    InputStream file = Files.newInputStream(path);
    return new DataInputStream(new BufferedInputStream(file, 1 << 16));
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
