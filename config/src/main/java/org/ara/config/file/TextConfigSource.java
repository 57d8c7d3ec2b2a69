package org.ara.config.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;

/**
 * Configuration given in code, as texts that stand for files; a name without a text is a file of a
 * directory. Texts may include each other and files. Refuses {@code #exec}. Immutable.
 */
public final class TextConfigSource implements ConfigSource {

  private final Map<String, byte[]> texts;
  private final Path directory;

  /**
   * These texts, and the files of a directory.
   *
   * @param texts by file name, in the grammar of {@code docs/configuration-files.md}
   * @param directory where the other names start; need not exist
   */
  public TextConfigSource(Map<String, String> texts, Path directory) {
    this.texts = encoded(texts);
    this.directory = directory.toAbsolutePath().normalize();
  }

  private static Map<String, byte[]> encoded(Map<String, String> texts) {
    Map<String, byte[]> bytes = new HashMap<>();
    texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Map.copyOf(bytes);
  }

  @Override
  public LoadResult load(String name) {
    return new Assembly(directory, texts, Elsewhere.NOTHING, false).load(name);
  }
}
