package org.ara.manager.ami.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import org.ara.config.syntax.ConfigDocument;

/**
 * The files of the configuration directory and of the directories in it, and nothing else: names
 * that lead elsewhere, by {@code ..}, a symbolic link or a root, are refused.
 */
public final class ConfigFiles {

  /** Files by which clients could give themselves rights, have programs run or files written. */
  private static final Set<String> PRIVILEGED =
      Set.of(
          "manager.conf",
          "users.conf",
          "asterisk.conf",
          "modules.conf",
          "extconfig.conf",
          "realtime.conf",
          "logger.conf",
          "http.conf",
          "func_odbc.conf",
          "cli.conf",
          "cli_aliases.conf",
          "cli_permissions.conf");

  private static final String OUTSIDE = "File requires escalated privileges";

  /** The most characters of a name. */
  private static final int MOST = 255;

  private final Path directory;

  /**
   * The files of a directory.
   *
   * @param directory absolute
   */
  public ConfigFiles(Path directory) {
    this.directory = directory;
  }

  /** Whether reading or changing a file is for those alone who may reach the system. */
  public static boolean isPrivileged(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return PRIVILEGED.contains(plain) || plain.startsWith("res_");
  }

  /**
   * The real path of a file, which need not exist.
   *
   * @throws FileException if the name leads anywhere but into the directory
   */
  public Path resolve(String name) throws FileException {
    if (name.isEmpty()) {
      throw new FileException("Filename not specified");
    }
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      throw new FileException(OUTSIDE);
    }
    if (name.length() > MOST || name.chars().anyMatch(c -> "*?[]{}".indexOf(c) >= 0)) {
      throw new FileException("Config file not found");
    }
    try {
      Path root = directory.toRealPath();
      Path file = root;
      for (String part : name.split("/", -1)) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
          throw new FileException(OUTSIDE);
        }
        file = file.resolve(part);
        if (Files.isSymbolicLink(file)) {
          throw new FileException(OUTSIDE);
        }
      }
      Path parent = file.getParent();
      if (parent == null || !parent.toRealPath().startsWith(root)) {
        throw new FileException(OUTSIDE);
      }
      return file;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new FileException("Config file not found");
    }
  }

  /** Reads a file as it is written. */
  public ConfigDocument read(String name) throws FileException {
    Path file = resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileException("Config file not found");
    }
    try {
      return ConfigDocument.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new FileException("Config file not found");
    }
  }

  /** Makes an empty file. */
  public void create(String name) throws FileException {
    Path file = resolve(name);
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      throw new FileException("File exists");
    } catch (IOException e) {
      throw new FileException("The file cannot be made");
    }
  }

  /** Writes a file: readers see what was there before, or all that is new. */
  public void write(String name, ConfigDocument document) throws FileException {
    Path file = resolve(name);
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new FileException("Save of config failed");
    }
    try {
      Path parent = file.getParent();
      Path next = Files.createTempFile(parent == null ? directory : parent, ".", ".new");
      try {
        Files.write(next, document.toBytes());
        if (Files.exists(file)) {
          Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
          Files.setPosixFilePermissions(next, permissions);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new FileException("Save of config failed");
    }
  }
}
