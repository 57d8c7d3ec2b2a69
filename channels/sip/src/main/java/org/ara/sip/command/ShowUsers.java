package org.ara.sip.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ara.module.Command;
import org.ara.sip.answer.State;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;

/** {@code sip show users [like PATTERN]}: who may call in by name, of those in memory. */
final class ShowUsers implements Command {

  private static final String LAYOUT = "%-25.25s  %-15.15s  %-15.15s  %-15.15s  %-5.5s%-10.10s";

  private final Supplier<State> state;

  ShowUsers(Supplier<State> state) {
    this.state = state;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "users");
  }

  @Override
  public String summary() {
    return "List defined SIP users";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show users [like <pattern>]
               Lists all known SIP users.
               Optional regular expression pattern is used to filter the user list.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    Optional<Pattern> like = ShowPeers.pattern(arguments);
    if (like.isEmpty()) {
      return Status.USAGE;
    }
    line(out, "Username", "Secret", "Accountcode", "Def.Context", "ACL", "Forcerport");
    state.get().peers().inMemory().stream()
        .filter(Peer::callsByName)
        .filter(peer -> like.get().matcher(peer.name()).find())
        .sorted(Comparator.comparing(Peer::name))
        .forEach(
            peer ->
                line(
                    out,
                    peer.name(),
                    peer.incoming().isPresent() ? "<hidden>" : "",
                    peer.calls().accountCode(),
                    peer.calls().context(),
                    Cells.yesNo(!peer.access().sources().isOpen()),
                    Cells.yesNo(peer.access().nat().rport() == NatPolicy.Switch.YES)));
    return Status.SUCCESS;
  }

  private static void line(Output out, String... cells) {
    out.line(String.format(Locale.ROOT, LAYOUT, (Object[]) cells));
  }
}
