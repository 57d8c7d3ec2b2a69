package org.ara.bench.cache;

import java.util.List;
import org.ara.driver.sql.schema.Flavour;

/** What has to be installed so that {@code sippeers} tells of its changes. */
final class FeedTriggers {

  private FeedTriggers() {}

  static List<String> of(Flavour flavour) {
    return List.of();
  }
}
