package org.ara.driver.sql;

import org.ara.config.option.Option;
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

  public static final Option<Requirements> REQUIREMENTS =
      Option.of("requirements", OptionTypes.constant(Requirements.class))
          .defaultsTo(Requirements.WARN)
          .documented(
              "What to do about columns that a module wants and a table lacks: `warn`, or add them:"
                  + " of the type that comes closest (`createclose`), or as text (`createchar`)."
                  + " Columns that are there are never altered.");
}
