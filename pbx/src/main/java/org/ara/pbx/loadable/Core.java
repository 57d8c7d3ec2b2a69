package org.ara.pbx.loadable;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.InstantSource;
import org.ara.module.CoreOptions;
import org.ara.pbx.Admission;
import org.ara.pbx.Exchange;
import org.ara.pbx.Pbx;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Applications;
import org.ara.pbx.application.flow.ExecIfTime;
import org.ara.pbx.application.flow.Goto;
import org.ara.pbx.application.flow.GotoIf;
import org.ara.pbx.application.flow.GotoIfTime;
import org.ara.pbx.application.keys.WaitExten;
import org.ara.pbx.application.signalling.Answer;
import org.ara.pbx.application.signalling.Hangup;
import org.ara.pbx.application.signalling.Indication;
import org.ara.pbx.application.signalling.Refusal;
import org.ara.pbx.application.signalling.Wait;
import org.ara.pbx.application.text.NoOp;
import org.ara.pbx.application.text.SetSeveral;
import org.ara.pbx.application.text.SetVariable;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.function.FunctionRegistry;
import org.ara.pbx.run.DialplanRoutes;
import org.ara.pbx.run.RunLoop;

/**
 * The parts of a core, put together, with the applications that are always there.
 *
 * @param pbx the exchange
 * @param applications those that are always there, and whatever modules add
 * @param functions none at first
 * @param scopes what names mean on a channel
 * @param routes the dialplan as applications ask it
 */
public record Core(
    Pbx pbx,
    Applications applications,
    FunctionRegistry functions,
    ChannelScopes scopes,
    Routes routes) {

  /**
   * Puts a core together.
   *
   * @param systemName {@code systemname} of {@code asterisk.conf}; may be empty
   * @param clock tells when channels were made
   * @param dialplan what channels run
   * @param options the limits of calls and the language
   */
  public static Core of(
      String systemName, InstantSource clock, CurrentDialplan dialplan, CoreOptions options) {
    Applications applications = new Applications();
    FunctionRegistry functions = new FunctionRegistry();
    ChannelScopes scopes = new ChannelScopes(systemName, clock, dialplan.globals(), functions);
    Routes routes = new DialplanRoutes(dialplan, scopes);
    RunLoop runLoop = new RunLoop(routes, applications, scopes);
    applications.register(
        new Answer(),
        new Hangup(),
        new Wait(),
        Indication.ringing(),
        Indication.progress(),
        Indication.proceeding(),
        Refusal.busy(),
        Refusal.congestion(),
        new Goto(routes),
        new GotoIf(routes),
        new GotoIfTime(routes, Clock.systemDefaultZone()),
        new ExecIfTime(applications, Clock.systemDefaultZone()),
        new WaitExten(routes),
        new NoOp(),
        new SetVariable(functions),
        new SetSeveral(functions));
    Admission admission =
        new Admission(options, ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage);
    Exchange exchange =
        new Exchange(systemName, clock, routes, runLoop, admission, options.defaultLanguage());
    return new Core(exchange, applications, functions, scopes, routes);
  }
}
