package org.ara.sip.settings;

import java.util.List;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.rtp.RtpRange;

/** Reads the range of media ports from {@code rtp.conf}. */
public final class RtpSettings {

  static final Option<Integer> START =
      Option.of("rtpstart", OptionTypes.port())
          .defaultsTo(RtpRange.USUAL.start())
          .documented("The first UDP port for media.");
  static final Option<Integer> END =
      Option.of("rtpend", OptionTypes.port())
          .defaultsTo(RtpRange.USUAL.end())
          .documented("The last UDP port for media.");

  /** The options of {@code [general]} in {@code rtp.conf}. */
  public static final OptionTable TABLE =
      OptionTable.of(
          START,
          END,
          later("rtpchecksums"),
          later("dtmftimeout"),
          later("rtcpinterval"),
          later("strictrtp"),
          later("probation"),
          later("icesupport"),
          later("stunaddr"));

  private RtpSettings() {}

  private static Option<String> later(String name) {
    return Option.of(name, OptionTypes.text()).documented("Accepted; has no effect yet.");
  }

  /** The range; the usual one, with a problem, where what is configured cannot be used. */
  public static RtpRange read(Configuration configuration, List<Problem> problems) {
    OptionValues v =
        configuration.category("general").map(TABLE::read).orElseGet(OptionValues::none);
    problems.addAll(v.problems());
    try {
      return new RtpRange(v.get(START), v.get(END));
    } catch (IllegalArgumentException e) {
      String usual = RtpRange.USUAL.start() + " to " + RtpRange.USUAL.end();
      problems.add(
          Problem.warning(
              new Origin("rtp.conf", 0),
              "[general] rtpstart, rtpend: " + e.getMessage() + "; " + usual + " hold"));
      return RtpRange.USUAL;
    }
  }
}
