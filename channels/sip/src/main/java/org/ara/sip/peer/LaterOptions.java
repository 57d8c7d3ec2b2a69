package org.ara.sip.peer;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTypes;

/** Options that existing files and tables hold and that change nothing here, with the reason. */
final class LaterOptions {

  private static final Map<String, String> NAMES =
      Map.of(
          "Accepted; has no effect yet.",
          "progressinband unsolicited_mailbox",
          "Accepted; media always passes through the server.",
          "canreinvite directmedia directmediaacl directmediadeny directmediapermit",
          "Accepted; there are no records of calls to put codes into.",
          "useclientcode",
          "Accepted; calls carry audio alone.",
          "maxcallbitrate textsupport videosupport",
          "Accepted; faxes are calls like others here.",
          "faxdetect t38pt_udptl t38pt_usertpsource",
          "Accepted; media is not encrypted, and needs no ICE.",
          "avpf dtlscafile dtlscertfile dtlsenable dtlsfingerprint dtlssetup dtlsverify encryption"
              + " force_avp icesupport rtcp_mux",
          "Accepted; there is one way to carry media, which needs no such hint.",
          "autoframing g726nonstandard ignoresdpversion preferred_codec_only rfc2833compensate"
              + " rtp_engine",
          "Accepted; write address/mask in permit.",
          "mask");

  private LaterOptions() {}

  static Stream<Option<?>> all() {
    return NAMES.entrySet().stream()
        .flatMap(
            reason -> Stream.of(reason.getValue().split(" ")).map(n -> later(n, reason.getKey())))
        .sorted(Comparator.comparing(Option::name))
        .map(option -> option);
  }

  private static Option<String> later(String name, String reason) {
    return Option.of(name, OptionTypes.text()).repeatable().documented(reason);
  }
}
