package org.ara.bench.cache;

import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.PostgresTriggers;

/** What has to be installed so that {@code sippeers} tells of its changes. */
final class FeedTriggers {

  private FeedTriggers() {}

  /** The statements to run; SQLite needs none. */
  static List<String> of(Flavour flavour) {
    return flavour == Flavour.POSTGRESQL
        ? new PostgresTriggers("public", "sippeers", List.of("name")).install()
        : List.of();
  }
}
