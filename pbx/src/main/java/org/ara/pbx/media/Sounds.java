package org.ara.pbx.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sound files under one directory, each by its name without extension. */
public final class Sounds {

  private final Path directory;

  /**
   * @param directory holds the files, and a directory of them for each language
   */
  public Sounds(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /**
   * Opens a sound: {@code hello-world}, {@code digits/1}, or an absolute path.
   *
   * @param language looked for first; may be empty
   * @param codec whose format is taken where there are several; null for any
   * @return empty if there is no file of a format we know
   * @throws IOException if there is one that cannot be played
   */
  public Optional<AudioSource> open(String name, String language, @Nullable Codec codec)
      throws IOException {
    List<Path> bases = List.of(directory.resolve(language), directory);
    for (Path base : bases) {
      Path stem = base.resolve(name).normalize();
      if (!stem.startsWith(directory) && !Path.of(name).isAbsolute()) {
        return Optional.empty();
      }
      for (SoundFormat format : formats(codec)) {
        Path file = stem.resolveSibling(stem.getFileName() + "." + format.extension());
        if (Files.isRegularFile(file)) {
          return Optional.of(new SoundFile(file, format));
        }
      }
    }
    return Optional.empty();
  }

  private static List<SoundFormat> formats(@Nullable Codec codec) {
    Comparator<SoundFormat> suitable =
        Comparator.comparing(format -> codec == null || !format.is(codec));
    return Arrays.stream(SoundFormat.values()).sorted(suitable).toList();
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
