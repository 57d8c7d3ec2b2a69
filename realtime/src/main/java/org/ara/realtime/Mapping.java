package org.ara.realtime;

import java.util.Objects;
import org.ara.config.Origin;

/**
 * One line of {@code extconfig.conf}: where a family or a file is kept.
 *
 * @param family the family's name, or the file's for static mode
 * @param driver the driver's name, {@code pgsql}
 * @param database what the driver calls its database: a section, a base DN, a URL
 * @param table the table, or what stands for it
 * @param priority 1 is asked first, higher ones only while lower ones are unavailable
 * @param origin where it is written
 */
public record Mapping(
    String family, String driver, String database, String table, int priority, Origin origin) {

  public Mapping {
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(driver, "driver");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(origin, "origin");
    if (priority < 1) {
      throw new IllegalArgumentException("priorities start at 1: " + priority);
    }
  }
}
