package org.ara.pbx.run;

import java.util.Optional;
import org.ara.pbx.CallEvent;
import org.ara.pbx.CallListener;
import org.ara.pbx.Channel;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Running;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.expression.Warnings;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.variable.Substitution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one step: finds its application, substitutes its arguments, shows and runs it. */
final class StepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final Applications applications;
  private final ChannelScopes scopes;
  private final CallListener watch;

  StepRunner(Applications applications, ChannelScopes scopes, CallListener watch) {
    this.applications = applications;
    this.scopes = scopes;
    this.watch = watch;
  }

  Outcome run(Channel channel, Step step, Location location) throws HungUpException {
    Optional<Application> application = applications.named(step.application());
    if (application.isEmpty()) {
      LOG.warn(
          "{}: there is no application '{}' for {}: is its module loaded? (channel {})",
          step.origin(),
          step.application(),
          location,
          channel);
      return Outcome.END;
    }
    String arguments = substitute(channel, step);
    Running running = new Running(application.get().description().name(), arguments);
    channel.show(running);
    watch.happened(new CallEvent.StepStarted(channel, location, running));
    return application.get().run(new Call(channel, step, location), arguments);
  }

  private String substitute(Channel channel, Step step) {
    Warnings warnings =
        problem -> LOG.warn("{}: {}: {}", step.origin(), step.application(), problem);
    return Substitution.substitute(step.arguments(), scopes.of(channel, warnings), warnings);
  }
}
