package org.ara.sip.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of {@code [general]} about registering at providers. */
final class RegisteringOptions {

  static final Option<RegisterLine> REGISTER =
      Option.of("register", OptionType.of(RegisterLine.FORM, RegisterLine::parse).secret())
          .repeatable()
          .documented("An account at a provider, which this server registers itself at.");
  static final Option<Duration> TIMEOUT =
      Option.of("registertimeout", OptionTypes.duration(ChronoUnit.SECONDS, 1, 3600))
          .defaultsTo(Duration.ofSeconds(20))
          .documented(
              "Seconds within which a provider must answer; the first pause after a failure.");
  static final Option<Integer> ATTEMPTS =
      Option.of("registerattempts", OptionTypes.number(0, 1_000_000))
          .defaultsTo(0)
          .documented("Tries in a row that may fail before it is given up; 0 for any number.");
  static final Option<Boolean> RETRY_FORBIDDEN =
      Option.of("register_retry_403", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether to try again after a 403, which else is the last word.");

  static final OptionTable TABLE = OptionTable.of(REGISTER, TIMEOUT, ATTEMPTS, RETRY_FORBIDDEN);

  private RegisteringOptions() {}

  static Registering read(OptionValues v) {
    return new Registering(
        v.all(REGISTER), v.get(TIMEOUT), v.get(ATTEMPTS), v.get(RETRY_FORBIDDEN));
  }
}
