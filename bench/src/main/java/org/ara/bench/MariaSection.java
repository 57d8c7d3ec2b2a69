package org.ara.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ara.testkit.mariadb.MariaDatabase;

/** A MariaDB database as Ara's configuration names it and as its driver alone connects to it. */
public final class MariaSection {

  private MariaSection() {}

  /** The text of {@code res_config_mysql.conf}. */
  public static String text(MariaDatabase database) {
    return """
        [general]
        dbhost = 127.0.0.1
        dbport = %d
        dbname = %s
        dbuser = %s
        dbpass = %s
        """
        .formatted(
            database.server().port(),
            database.name(),
            database.server().user(),
            database.server().password());
  }

  /** A connection that prepares its statements on the server and keeps them. */
  public static Connection connect(MariaDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.url() + "?useServerPrepStmts=true",
        database.server().user(),
        database.server().password());
  }
}
