package org.ara.driver.sql;

import java.util.Optional;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;

/** The options that the configuration files of all SQL drivers share. */
public final class CommonOptions {

  private CommonOptions() {}

  public static final Option<Integer> MAX_WAITING =
      Option.of("max_waiting", OptionTypes.number(0, 1_000_000))
          .defaultsTo(2000)
          .documented(
              "How many operations may wait for their turn; more are refused at once as overload.");

  public static final Option<Boolean> ORDERED =
      Option.of("order_multi_row_results_by_initial_column", OptionTypes.yesNo())
          .defaultsTo(true)
          .since("18")
          .documented("Order results of several rows by the first column searched.");

  public static final Option<String> REQUIREMENTS =
      Option.of("requirements", warn())
          .defaultsTo("warn")
          .documented(
              "What to do about columns that a module wants and a table lacks: `warn`. Tables are"
                  + " never altered.");

  private static OptionType<String> warn() {
    return OptionType.of(
        "warn (tables are never altered)",
        text -> text.equalsIgnoreCase("warn") ? Optional.of("warn") : Optional.empty());
  }
}
