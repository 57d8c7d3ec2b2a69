package org.ara.config.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;

/**
 * Configuration from a directory of text files, in the grammar of {@code
 * docs/configuration-files.md}. Every load reads the files again; instances are immutable and safe
 * for any number of threads.
 */
public final class FileConfigSource implements ConfigSource {

  private final Path directory;
  private final boolean execIncludes;
  private final Elsewhere elsewhere;

  /** Reads files of that directory and refuses {@code #exec}. */
  public FileConfigSource(Path directory) {
    this(directory, false);
  }

  /**
   * Reads files of that directory.
   *
   * @param directory where relative names start, also those in includes
   * @param execIncludes whether {@code #exec} runs commands: {@code execincludes} of {@code
   *     asterisk.conf}
   */
  public FileConfigSource(Path directory, boolean execIncludes) {
    this(directory, execIncludes, Elsewhere.NOTHING);
  }

  private FileConfigSource(Path directory, boolean execIncludes, Elsewhere elsewhere) {
    this.directory = directory.toAbsolutePath().normalize();
    this.execIncludes = execIncludes;
    this.elsewhere = elsewhere;
  }

  /** The same directory, but some files of it are elsewhere. */
  public FileConfigSource with(Elsewhere other) {
    return new FileConfigSource(directory, execIncludes, other);
  }

  @Override
  public LoadResult load(String name) {
    return read(name).result();
  }

  /**
   * A configuration and where it came from.
   *
   * @param result what {@link #load} answers
   * @param files every file that was read, included ones too, sorted
   */
  public record Reading(LoadResult result, List<Path> files) {

    /** Keeps a copy of the list. */
    public Reading {
      files = List.copyOf(files);
    }
  }

  /** Loads a configuration and tells which files it was read from. */
  public Reading read(String name) {
    Assembly assembly = new Assembly(directory, Map.of(), elsewhere, execIncludes);
    LoadResult result = assembly.load(name);
    return new Reading(result, assembly.files());
  }
}
