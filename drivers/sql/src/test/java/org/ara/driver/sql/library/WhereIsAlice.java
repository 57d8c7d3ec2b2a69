package org.ara.driver.sql.library;

import java.nio.file.Path;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;

/** Looks a phone up in phones.sqlite3 in the directory that is its argument. */
final class WhereIsAlice {

  public static void main(String[] arguments) throws Exception {
    Setup setup =
        StandaloneRealtime.in(Path.of(arguments[0]))
            .with("res_config_sqlite3.conf", "[phones]\ndbfile => phones.sqlite3")
            .with("extconfig.conf", "[settings]\nsippeers => sqlite3,phones");
    try (StandaloneRealtime ara = setup.start()) {
      switch (ara.realtime().find("sippeers", "name", "alice")) {
        case Lookup.Found<Row>(Row row) -> System.out.println("alice at " + row.text("ipaddr"));
        case Lookup.Absent<Row>() -> System.out.println("there is no alice");
        case Lookup.Unavailable<Row>(Outage outage) -> System.out.println(outage.message());
      }
    }
  }
}
