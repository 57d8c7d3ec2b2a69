package org.ara.pbx.application.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ara.pbx.application.Call;
import org.ara.pbx.dialplan.TimeCondition;

/** The times before the question mark of {@code times?a:b}, held against the clock. */
final class Times {

  private final Clock clock;

  Times(Clock clock) {
    this.clock = clock;
  }

  /** Whether it is such a time; empty, with a warning, if there is no question mark. */
  Optional<Boolean> holds(Call call, String arguments) {
    int question = arguments.indexOf('?');
    if (question < 0) {
      call.warn("'" + arguments + "' is not of the form times?then");
      return Optional.empty();
    }
    TimeCondition condition = TimeCondition.parse(arguments.substring(0, question), call::warn);
    return Optional.of(condition.holds(now(call), clock.getZone()));
  }

  private Instant now(Call call) {
    String test = call.channel().variables().get("TESTTIME");
    return test != null && test.matches("\\d{1,12}")
        ? Instant.ofEpochSecond(Long.parseLong(test))
        : clock.instant();
  }
}
