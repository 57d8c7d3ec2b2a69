package org.ara.pbx.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open sound file, read as it is played. */
final class SoundFile implements AudioSource {

  private final InputStream in;
  private final SoundFormat format;
  private long left;

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read, or is not what its extension says
   */
  SoundFile(Path path, SoundFormat format) throws IOException {
    this.format = format;
    this.in = new BufferedInputStream(Files.newInputStream(path));
    try {
      this.left = format == SoundFormat.WAV ? WavHeader.skip(in) : Long.MAX_VALUE;
    } catch (IOException e) {
      in.close();
      throw new IOException(path + " cannot be played: " + e.getMessage(), e);
    }
  }

  @Override
  public byte @Nullable [] next(Codec codec) throws IOException {
    int wanted = (int) Math.min(left, (long) SAMPLES * format.bytesPerSample());
    byte[] piece = new byte[wanted];
    int length = in.readNBytes(piece, 0, wanted);
    left -= length;
    int samples = length / format.bytesPerSample();
    return samples == 0 ? null : format.encode(piece, length, codec);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
