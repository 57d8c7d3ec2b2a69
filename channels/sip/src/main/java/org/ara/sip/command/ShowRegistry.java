package org.ara.sip.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.sip.provider.ProviderRegistrations;
import org.ara.sip.provider.RegistrationView;

/** {@code sip show registry}: where this server is registered. */
final class ShowRegistry implements Command {

  private static final String LAYOUT = "%-39.39s %-6.6s %-12.12s  %8.8s %-20.20s %-25.25s";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final ProviderRegistrations registrations;

  ShowRegistry(ProviderRegistrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "registry");
  }

  @Override
  public String summary() {
    return "List SIP registration status";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show registry
               Lists the registrations of this server at providers, and how far they have come.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line(line("Host", "dnsmgr", "Username", "Refresh", "State", "Reg.Time"));
    List<RegistrationView> views = registrations.views();
    views.forEach(view -> out.line(line(view)));
    out.line(views.size() + " SIP registrations.");
    return Status.SUCCESS;
  }

  private static String line(RegistrationView view) {
    Instant since = view.since();
    return line(
        (view.host().indexOf(':') < 0 ? view.host() : '[' + view.host() + ']') + ':' + view.port(),
        "N",
        view.user(),
        Integer.toString(view.refresh()),
        view.state().label(),
        since == null ? "" : TIME.format(since));
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, LAYOUT, (Object[]) cells);
  }
}
