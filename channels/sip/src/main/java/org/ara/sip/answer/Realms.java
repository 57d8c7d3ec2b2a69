package org.ara.sip.answer;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.sip.digest.DigestServer;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.settings.Domains;
import org.ara.sip.settings.SipSettings;

/** Who asks for passwords: one for the usual realm, and one for each domain that is a realm. */
public final class Realms {

  /** Each remembers nonces. */
  private static final int MOST = 1_000;

  private final SipSettings settings;
  private final InstantSource clock;
  private final DigestServer usual;
  private final Map<String, DigestServer> ofDomains = new ConcurrentHashMap<>();

  /** Realms of which no nonces are out. */
  public Realms(SipSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.usual = new DigestServer(settings.realm(), settings.algorithms(), clock);
  }

  /** The same, with the nonces that are out, unless something about realms changed. */
  public Realms with(SipSettings next) {
    return settings.realm().equals(next.realm())
            && settings.algorithms().equals(next.algorithms())
            && settings.recognition().domains().equals(next.recognition().domains())
        ? this
        : new Realms(next, clock);
  }

  /** Who asks for the password of a request: by the domain in From, then in To, then as usual. */
  DigestServer of(SipRequest request) {
    Domains domains = settings.recognition().domains();
    if (!domains.asRealm()) {
      return usual;
    }
    return realm(domains, request.from())
        .or(() -> realm(domains, request.to()))
        .map(
            realm ->
                ofDomains.computeIfAbsent(
                    realm, name -> new DigestServer(name, settings.algorithms(), clock)))
        .orElse(usual);
  }

  /** Who asks for the passwords of those who are asked in a realm of their own. */
  DigestServer named(String realm) {
    DigestServer known = ofDomains.get(realm);
    if (known != null || realm.isEmpty() || realm.equals(usual.realm())) {
      return known == null ? usual : known;
    }
    return ofDomains.size() >= MOST
        ? usual
        : ofDomains.computeIfAbsent(
            realm, name -> new DigestServer(name, settings.algorithms(), clock));
  }

  private static Optional<String> realm(Domains domains, NameAddress address) {
    return address.uri() instanceof SipUri uri ? domains.realm(uri.host()) : Optional.empty();
  }
}
