package org.ara.bench.register;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ara.testkit.postgres.PostgresDatabase;

/** Starts Ara on a database, as the launcher would. */
final class AraRegistrar {

  private AraRegistrar() {}

  static Registrar start(Path home, PostgresDatabase database) throws IOException {
    InetSocketAddress address = Ports.free();
    Path etc = Files.createDirectories(home.resolve("etc"));
    for (Map.Entry<String, String> file : files(database, address.getPort()).entrySet()) {
      Files.writeString(etc.resolve(file.getKey()), file.getValue());
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "org.ara.server.ServerMain",
            "-C",
            etc.resolve("asterisk.conf").toString(),
            "-f");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("ara.log").toFile())
            .start();
    return new Registrar("Ara", process, address);
  }

  private static Map<String, String> files(PostgresDatabase database, int port) {
    return Map.of(
        "asterisk.conf",
        """
        [directories]
        astetcdir => .
        astvarlibdir => ../lib
        astspooldir => ../spool
        astrundir => ../run
        astlogdir => ../log
        """,
        "modules.conf",
        "[modules]\nautoload = yes\n",
        "extconfig.conf",
        "[settings]\nsippeers => pgsql,general,sippeers\n",
        "res_pgsql.conf",
        """
        [general]
        hostname = 127.0.0.1
        port = %d
        dbname = %s
        user = %s
        password = unused
        """
            .formatted(database.server().port(), database.name(), database.server().user()),
        "sip.conf",
        "[general]\nudpbindaddr = 127.0.0.1:" + port + "\n",
        "extensions.conf",
        "[default]\n");
  }
}
