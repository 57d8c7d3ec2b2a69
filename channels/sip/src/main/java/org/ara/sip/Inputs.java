package org.ara.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.reload.Usable;
import org.ara.pbx.access.NamedAccess;
import org.ara.realtime.Realtime;
import org.ara.sip.endpoint.Families;
import org.ara.sip.peer.NamedLists;
import org.ara.sip.rtp.RtpRange;
import org.ara.sip.settings.RtpSettings;
import org.ara.sip.settings.SettingsReader;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.settings.SorceryReader;

/**
 * One reading of {@code sip.conf} and {@code rtp.conf}.
 *
 * @param sip all of {@code sip.conf}
 * @param media the sections of {@code rtp.conf}
 * @param settings what {@code [general]} amounts to
 * @param range of media ports
 * @param realtime where peers are looked up that no file has
 * @param named where access lists are that peers name
 * @param families of endpoints
 * @param problems what was odd; grows while peers are made
 */
record Inputs(
    Configuration sip,
    List<Category> media,
    SipSettings settings,
    RtpRange range,
    Realtime realtime,
    NamedLists named,
    Families families,
    List<Problem> problems) {

  static final String FILE = "sip.conf";
  private static final String MEDIA_FILE = "rtp.conf";
  private static final String SORCERY_FILE = "sorcery.conf";

  /** Reads for a start, which an unusable {@code rtp.conf} does not keep from happening. */
  static Inputs first(ModuleContext context) throws ModuleException {
    LoadResult media = context.config().load(MEDIA_FILE);
    return of(
        context,
        media.problems(),
        media instanceof LoadResult.Loaded loaded
            ? Optional.of(loaded.configuration())
            : Optional.empty());
  }

  /** Reads for a reload, which an unusable file keeps from happening. */
  static Inputs again(ModuleContext context) throws ModuleException {
    LoadResult media = context.config().load(MEDIA_FILE);
    return of(context, media.problems(), Usable.optional(media));
  }

  private static Inputs of(ModuleContext context, List<Problem> odd, Optional<Configuration> media)
      throws ModuleException {
    Realtime realtime = context.require(Realtime.class);
    LoadResult result = context.config().load(FILE);
    Configuration sip = Usable.required(result);
    List<Problem> problems = new ArrayList<>(result.problems());
    problems.addAll(odd);
    SipSettings settings = SettingsReader.read(sip, context.systemName(), problems);
    RtpRange range = media.map(m -> RtpSettings.read(m, problems)).orElse(RtpRange.USUAL);
    return new Inputs(
        sip,
        media.map(Configuration::visible).orElse(List.of()),
        settings,
        range,
        realtime,
        lists(context),
        families(context, problems),
        problems);
  }

  /** What endpoints are rows of; {@code sorcery.conf} need not be there. */
  private static Families families(ModuleContext context, List<Problem> problems)
      throws ModuleException {
    LoadResult sorcery = context.config().load(SORCERY_FILE);
    problems.addAll(sorcery.problems());
    return Usable.optional(sorcery)
        .map(file -> SorceryReader.read(file, problems))
        .orElse(Families.USUAL);
  }

  /** Who keeps access lists; programs that embed the driver may have nobody. */
  private static NamedLists lists(ModuleContext context) {
    try {
      return context.require(NamedAccess.class)::permits;
    } catch (ModuleException nobody) {
      return NamedLists.NONE;
    }
  }
}
