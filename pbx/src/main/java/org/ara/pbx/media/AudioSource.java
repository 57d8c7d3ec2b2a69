package org.ara.pbx.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something to play: a sound file, a tone. */
public interface AudioSource extends AutoCloseable {

  /** Samples in one frame: 20 ms at 8000 a second. */
  int SAMPLES = 160;

  /**
   * The next 20 ms in an encoding, null at the end. A last piece may be shorter.
   *
   * @throws IOException if it cannot be read any further
   */
  byte @Nullable [] next(Codec codec) throws IOException;

  @Override
  default void close() {}
}
