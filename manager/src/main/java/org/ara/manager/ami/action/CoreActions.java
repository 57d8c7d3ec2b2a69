package org.ara.manager.ami.action;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ara.manager.Version;
import org.ara.manager.ami.session.ProtocolVersion;
import org.ara.module.ServerFacts;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.pbx.Pbx;
import org.ara.realtime.Realtime;

/** Actions that tell about the server: {@code CoreSettings}, {@code CoreStatus}. */
final class CoreActions {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private CoreActions() {}

  static List<ManagerAction> of(ServerFacts facts, Pbx pbx, Realtime realtime) {
    return List.of(
        new Simple("CoreSettings", request -> settings(facts, pbx, realtime)),
        new Simple("CoreStatus", request -> status(facts, pbx)));
  }

  private static Reply settings(ServerFacts facts, Pbx pbx, Realtime realtime) {
    return Reply.success(
        "",
        List.of(
            new Header("AMIversion", ProtocolVersion.NUMBER),
            new Header("AsteriskVersion", Version.current().asterisk()),
            new Header("SystemName", facts.systemName()),
            Header.of("CoreMaxCalls", pbx.admission().maximum()),
            new Header(
                "CoreMaxLoadAvg", String.format(Locale.ROOT, "%f", pbx.admission().maximumLoad())),
            new Header("CoreRunUser", ""),
            new Header("CoreRunGroup", ""),
            new Header("CoreMaxFilehandles", "0"),
            new Header("CoreRealTimeEnabled", realtime.mappings().isEmpty() ? "No" : "Yes"),
            new Header("CoreCDRenabled", "No"),
            new Header("CoreHTTPenabled", "No"),
            new Header("SoundsSearchCustomDir", "No")));
  }

  private static Reply status(ServerFacts facts, Pbx pbx) {
    Instant started = facts.started();
    Instant reloaded = facts.reloaded();
    long calls = pbx.channels().stream().filter(c -> c.location().isPresent()).count();
    return Reply.success(
        "",
        List.of(
            new Header("CoreStartupDate", DATE.format(started)),
            new Header("CoreStartupTime", TIME.format(started)),
            new Header("CoreReloadDate", DATE.format(reloaded)),
            new Header("CoreReloadTime", TIME.format(reloaded)),
            Header.of("CoreCurrentCalls", calls),
            Header.of("CoreProcessedCalls", pbx.callsStarted())));
  }
}
