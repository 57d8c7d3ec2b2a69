package org.ara.pbx.run;

import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelRoutine;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Applications;
import org.ara.pbx.function.ChannelScopes;

/** Runs channels through the dialplan; one object for all of them. */
public final class RunLoop implements ChannelRoutine {

  private final Routes routes;
  private final Applications applications;
  private final ChannelScopes scopes;

  /**
   * @param scopes what names in arguments mean
   */
  public RunLoop(Routes routes, Applications applications, ChannelScopes scopes) {
    this.routes = routes;
    this.applications = applications;
    this.scopes = scopes;
  }

  @Override
  public void run(Channel channel, CallListener watch) {
    new DialplanRun(channel, routes, new StepRunner(applications, scopes, watch)).run();
  }
}
