package org.ara.sip.command;

import java.util.List;
import java.util.function.Supplier;
import org.ara.config.ConfigSource;
import org.ara.module.Command;
import org.ara.module.reload.OwnReload;
import org.ara.sip.answer.State;
import org.ara.sip.call.Calls;
import org.ara.sip.nudge.Nudges;
import org.ara.sip.provider.ProviderRegistrations;
import org.ara.sip.qualify.Probes;
import org.ara.sip.registrar.Registrar;
import org.ara.sip.subscribe.Notices;
import org.ara.sip.subscribe.Subscriptions;
import org.ara.sip.transport.Transports;

/** All of them. */
public final class SipCommands {

  private SipCommands() {}

  /** The commands of a running driver. */
  public static List<Command> of(
      Supplier<State> state,
      Calls calls,
      Probes probes,
      Subscriptions subscriptions,
      Notices notices,
      Nudges nudges,
      ConfigSource files,
      Registrar registrar,
      Transports transports,
      ProviderRegistrations providers,
      OwnReload reload) {
    return List.of(
        new ShowPeers(state, probes),
        new ShowPeer(state, probes, notices),
        new QualifyPeer(state, probes),
        new NotifyPeer(state, nudges, files),
        new ShowChannels(calls),
        new ShowChannel(calls),
        new ShowChannelStats(calls),
        new ShowUsers(state),
        new ShowObjects(state, calls),
        new ShowSettings(state),
        new ShowDomains(state),
        new ShowSubscriptions(subscriptions),
        new ShowTcp(transports),
        new ShowRegistry(providers),
        new ShowInUse(state, calls.uses()),
        new PruneRealtime(state),
        new Unregister(state, registrar),
        new Reload(reload));
  }
}
