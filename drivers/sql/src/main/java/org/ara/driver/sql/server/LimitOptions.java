package org.ara.driver.sql.server;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.CommonOptions;

/** The options for {@link Limits}, the same for every server. */
public final class LimitOptions {

  private LimitOptions() {}

  public static final Option<Integer> MAX_CONNECTIONS =
      Option.of("max_connections", OptionTypes.number(1, 1000))
          .defaultsTo(8)
          .documented("The most connections to the server.");

  public static final Option<Duration> CONNECT_TIMEOUT =
      milliseconds(
          "connect_timeout",
          2000,
          "Milliseconds that connecting may take; `pgsql` rounds up to whole seconds.");

  public static final Option<Duration> STATEMENT_TIMEOUT =
      milliseconds(
          "statement_timeout",
          3000,
          "Milliseconds that a statement may take before the server ends it. A server that is"
              + " silent for a second more is taken to be away.");

  public static final Option<Duration> POOL_TIMEOUT =
      milliseconds(
          "pool_timeout", 2000, "Milliseconds that an operation waits for a free connection.");

  /** The limits that a section sets. */
  public static Limits read(OptionValues values) {
    return new Limits(
        values.get(MAX_CONNECTIONS),
        values.get(CommonOptions.MAX_WAITING),
        values.get(CONNECT_TIMEOUT),
        values.get(STATEMENT_TIMEOUT),
        values.get(POOL_TIMEOUT));
  }

  private static Option<Duration> milliseconds(String name, int byDefault, String documentation) {
    return Option.of(name, OptionTypes.duration(ChronoUnit.MILLIS, 250, 600_000))
        .defaultsTo(Duration.ofMillis(byDefault))
        .documented(documentation);
  }
}
