package org.ara.sip.settings;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.option.OptionValues;
import org.ara.sip.defence.DefenceLimits;
import org.ara.sip.peer.PeerDefaults;
import org.ara.sip.peer.PeerOptions;
import org.ara.sip.peer.RealmSecrets;
import org.ara.sip.peer.RowLife;

/** Reads {@link SipSettings} and the sections of peers from {@code sip.conf}. */
public final class SettingsReader {

  private static final String GENERAL = "general";
  private static final String AUTHENTICATION = "authentication";
  private static final String USUAL_REALM = "asterisk";

  private SettingsReader() {}

  /**
   * The settings of a configuration.
   *
   * @param systemName may be empty
   * @param problems takes in what is wrong
   */
  public static SipSettings read(
      Configuration configuration, String systemName, List<Problem> problems) {
    OptionValues v =
        configuration
            .category(GENERAL)
            .map(GeneralOptions.TABLE::read)
            .orElseGet(OptionValues::none);
    problems.addAll(v.problems());
    NetworkReader network = new NetworkReader(v, problems);
    InetSocketAddress udp = network.udp();
    return new SipSettings(
        udp,
        network.network(udp),
        v.find(GeneralOptions.REALM).orElse(systemName.isEmpty() ? USUAL_REALM : systemName),
        v.get(GeneralOptions.ALGORITHMS),
        v.get(GeneralOptions.ALLOW_GUEST),
        v.get(GeneralOptions.ALWAYS_REJECT),
        v.get(GeneralOptions.DEFAULT_EXPIRY),
        v.get(GeneralOptions.MIN_EXPIRY),
        v.get(GeneralOptions.MAX_EXPIRY),
        v.get(GeneralOptions.USER_AGENT),
        new RowLife(
            v.get(GeneralOptions.UPDATE),
            v.get(GeneralOptions.CACHE),
            v.get(GeneralOptions.AUTO_CLEAR),
            v.get(AccountSettings.SAVE_PATH)),
        v.get(GeneralOptions.SAVE_SYSTEM_NAME) ? systemName : "",
        new DefenceLimits(v.get(GeneralOptions.MAX_UNPROVEN), v.get(GeneralOptions.MAX_FAILURES)),
        OutsideSettings.manners(v, problems),
        OutsideSettings.media(v),
        AccountSettings.recognition(v, udp),
        AccountSettings.registeredContexts(v),
        RegisteringOptions.read(v),
        NamingOptions.read(v),
        WatcherOptions.read(v),
        PeerOptions.defaults(
            v,
            v.get(GeneralOptions.IGNORE_EXPIRY),
            configuration
                .category(AUTHENTICATION)
                .map(section -> RealmSecrets.read(section, problems))
                .orElse(RealmSecrets.NONE),
            problems));
  }

  /** The sections that are peers: all but {@code [general]} and {@code [authentication]}. */
  public static List<Category> peerSections(Configuration configuration) {
    return configuration.visible().stream().filter(SettingsReader::isPeer).toList();
  }

  /** Whether a section is a peer: any but {@code [general]} and {@code [authentication]}. */
  public static boolean isPeer(Category section) {
    return !section.name().equalsIgnoreCase(GENERAL)
        && !section.name().equalsIgnoreCase(AUTHENTICATION);
  }

  /** The defaults of peers where nothing is configured. */
  public static PeerDefaults usualPeers() {
    return PeerOptions.defaults(OptionValues.none(), false, RealmSecrets.NONE, new ArrayList<>());
  }
}
