package org.ara.sip.command;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.sip.answer.State;
import org.ara.sip.settings.Domains;

/** {@code sip show domains}: the domains that this server is responsible for. */
final class ShowDomains implements Command {

  private static final String LAYOUT = "%-40.40s %-20.20s %-16.16s";

  private final Supplier<State> state;

  ShowDomains(Supplier<State> state) {
    this.state = state;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "domains");
  }

  @Override
  public String summary() {
    return "List our local SIP domains";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show domains
               Lists all configured SIP local domains.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    Domains domains = state.get().settings().recognition().domains();
    if (domains.contexts().isEmpty()) {
      out.line("SIP Domain support not enabled.");
      out.line("");
      return Status.SUCCESS;
    }
    out.line(LAYOUT, "Our local SIP domains:", "Context", "Set by");
    new TreeMap<>(domains.contexts())
        .forEach(
            (domain, context) ->
                out.line(
                    LAYOUT,
                    domain,
                    context.isEmpty() ? "(default)" : context,
                    domains.found().contains(domain) ? "[Automatic]" : "[Configured]"));
    out.line("");
    return Status.SUCCESS;
  }
}
