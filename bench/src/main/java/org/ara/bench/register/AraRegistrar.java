package org.ara.bench.register;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.ara.bench.AraServer;
import org.ara.testkit.postgres.PostgresDatabase;

/** Starts Ara on a database, as the launcher would. */
final class AraRegistrar {

  private AraRegistrar() {}

  static Registrar start(Path home, PostgresDatabase database) throws IOException {
    return start(home, database, AraServer.freeAddress());
  }

  /** The same at an address, where one was before. */
  static Registrar start(Path home, PostgresDatabase database, InetSocketAddress address)
      throws IOException {
    AraServer server = AraServer.start(home, address, files(database, address.getPort()));
    return new Registrar("Ara", server.process(), address);
  }

  private static Map<String, String> files(PostgresDatabase database, int port) {
    return Map.of(
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
        "[phones]\nexten => _peer.,1,Dial(SIP/${EXTEN},10)\n");
  }
}
