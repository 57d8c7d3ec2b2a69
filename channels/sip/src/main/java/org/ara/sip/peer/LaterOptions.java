package org.ara.sip.peer;

import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTypes;

/** Options that existing files and tables hold and that are accepted, but have no effect yet. */
final class LaterOptions {

  private static final String NAMES =
      "acl allowoverlap allowsubscribe amaflags auth autoframing avpf"
          + " buggymwi callgroup callingpres canreinvite cid_tag contactacl"
          + " directmedia directmediaacl directmediadeny directmediapermit disallowed_methods"
          + " dtlscafile dtlscertfile dtlsenable dtlsfingerprint dtlssetup dtlsverify encryption"
          + " faxdetect force_avp g726nonstandard hasvoicemail header icesupport ignoresdpversion"
          + " keepalive mailbox mask maxcallbitrate maxforwards mohinterpret mohsuggest"
          + " musicclass musiconhold namedcallgroup namedpickupgroup outboundproxy parkinglot path"
          + " pickupgroup preferred_codec_only progressinband qualify qualifyfreq"
          + " regexten rfc2833compensate rtcp_mux rtp_engine"
          + " sendrpid"
          + " subscribecontext subscribemwi supportpath t38pt_udptl t38pt_usertpsource textsupport"
          + " timerb timert1 tonezone trunkname trustrpid unsolicited_mailbox useclientcode"
          + " usereqphone videosupport vmexten";

  private LaterOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(NAMES.split(" ")).map(LaterOptions::later);
  }

  private static Option<String> later(String name) {
    return Option.of(name, OptionTypes.text())
        .repeatable()
        .documented("Accepted; has no effect yet.");
  }
}
