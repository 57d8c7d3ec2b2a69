package org.ara.pbx.access;

import java.util.List;
import java.util.Locale;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.module.Command;
import org.ara.realtime.Lookup;

/** {@code acl show [name]}: the names of the lists of {@code acl.conf}, or the rules of one. */
record ShowAccess(NamedAccess access) implements Command {

  @Override
  public List<String> words() {
    return List.of("acl", "show");
  }

  @Override
  public String summary() {
    return "Show a named ACL or list all named ACLs";
  }

  @Override
  public String usage() {
    return """
        Usage: acl show [name]
               Lists the access lists of acl.conf, or shows the rules of one, which may
               also be kept in the family 'acls'.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return switch (arguments.size()) {
      case 0 -> list(out);
      case 1 -> show(arguments.getFirst(), out);
      default -> Status.USAGE;
    };
  }

  private Status list(Output out) {
    out.line("");
    out.line("acl");
    out.line("---");
    access.sections().keySet().forEach(out::line);
    return Status.SUCCESS;
  }

  private Status show(String name, Output out) {
    return switch (access.find(name)) {
      case Lookup.Found<AccessList>(AccessList list) -> {
        out.line("");
        out.line("ACL: " + name);
        out.line("-".repeat(45));
        int number = 0;
        for (AccessRule rule : list.rules()) {
          String sense = rule.permit() ? "allow" : "deny";
          out.line(
              String.format(
                  Locale.ROOT,
                  "%3d: %s - %s/%d",
                  number++,
                  sense,
                  rule.network().getHostAddress(),
                  rule.bits()));
        }
        yield Status.SUCCESS;
      }
      case Lookup.Absent<AccessList>() -> {
        out.line("");
        out.line("No ACL named '" + name + "' found.");
        yield Status.FAILURE;
      }
      case Lookup.Unavailable<AccessList>(var outage) -> {
        out.line("The ACL '" + name + "' cannot be looked up: " + outage.message());
        yield Status.FAILURE;
      }
    };
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    String start = prefix.toLowerCase(Locale.ROOT);
    return arguments.isEmpty()
        ? access.sections().keySet().stream().filter(name -> name.startsWith(start)).toList()
        : List.of();
  }
}
