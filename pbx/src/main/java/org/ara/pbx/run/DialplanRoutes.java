package org.ara.pbx.run;

import org.ara.pbx.Channel;
import org.ara.pbx.Location;
import org.ara.pbx.Routes;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Search;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.variable.VariableScope;
import org.ara.realtime.Lookup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the dialplan that is in force at the moment of each question. */
public final class DialplanRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(DialplanRoutes.class);

  private final CurrentDialplan dialplan;
  private final ChannelScopes scopes;

  public DialplanRoutes(CurrentDialplan dialplan, ChannelScopes scopes) {
    this.dialplan = dialplan;
    this.scopes = scopes;
  }

  @Override
  public Lookup<Step> find(
      Location where, String callerNumber, MatchMode mode, @Nullable Channel channel) {
    Search search = Search.priority(where.context(), where.extension(), where.priority());
    return dialplan.get().find(by(callerNumber, search, channel).asking(mode));
  }

  @Override
  public Lookup<Integer> findLabel(
      String context, String extension, String label, String callerNumber, Channel channel) {
    Search search = Search.label(context, extension, label);
    return dialplan.get().find(by(callerNumber, search, channel)).map(Step::priority);
  }

  @Override
  public boolean autofallthrough() {
    return dialplan.get().settings().autoFallthrough();
  }

  private Search by(String callerNumber, Search search, @Nullable Channel channel) {
    Search asked = search.by(callerNumber, scope(channel));
    return channel == null ? asked : asked.remembering(channel.memory());
  }

  private VariableScope scope(@Nullable Channel channel) {
    return channel == null
        ? VariableScope.EMPTY
        : scopes.of(channel, message -> LOG.warn("{}: {}", channel, message));
  }
}
