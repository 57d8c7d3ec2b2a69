package org.ara.sip.peer;

import java.util.List;
import org.ara.pbx.media.Codec;
import org.ara.sip.route.OutboundProxy;
import org.ara.sip.rtp.KeyMode;
import org.ara.sip.transport.Protocol;

/**
 * What holds for peers that do not say otherwise, from {@code [general]}.
 *
 * @param context where calls start
 * @param nat how much is believed about addresses
 * @param codecs in order of preference
 * @param keys how keys travel
 * @param language of prompts; may be empty
 * @param ignoreExpiry whether a registration in a table holds beyond its end ({@code
 *     ignoreregexpire})
 * @param policy what calls may do
 * @param style how calls look
 * @param terms what registrations are granted and bring
 * @param upkeep how it is found out whether they are there
 * @param watching what they may watch
 * @param mail how they are told of messages
 * @param transports what they may use, the first for calls to them; not empty
 * @param proxy that requests to them go to
 * @param realms what is proved in some realms to any of them
 */
public record PeerDefaults(
    String context,
    NatPolicy nat,
    List<Codec> codecs,
    KeyMode keys,
    String language,
    boolean ignoreExpiry,
    CallPolicy policy,
    CallStyle style,
    RegistrationTerms terms,
    Upkeep upkeep,
    Watching watching,
    Mail mail,
    List<Protocol> transports,
    OutboundProxy proxy,
    RealmSecrets realms) {}
