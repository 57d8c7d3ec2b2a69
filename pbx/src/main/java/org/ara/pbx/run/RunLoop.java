package org.ara.pbx.run;

import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelRoutine;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Applications;

/** Runs channels through the dialplan; one object for all of them. */
public final class RunLoop implements ChannelRoutine {

  private final Routes routes;
  private final StepRunner steps;

  /**
   * @param substitution what is done to arguments before an application gets them
   * @param watch is told of every step
   */
  public RunLoop(
      Routes routes, Applications applications, Substitution substitution, CallListener watch) {
    this.routes = routes;
    this.steps = new StepRunner(applications, substitution, watch);
  }

  @Override
  public void run(Channel channel) {
    new DialplanRun(channel, routes, steps).run();
  }
}
