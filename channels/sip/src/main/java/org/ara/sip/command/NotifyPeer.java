package org.ara.sip.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.sip.answer.State;
import org.ara.sip.nudge.Nudge;
import org.ara.sip.nudge.Nudges;
import org.ara.sip.peer.Peer;

/** {@code sip notify TYPE PEER...}: sends phones what a section of {@code sip_notify.conf} says. */
final class NotifyPeer implements Command {

  private static final String FILE = "sip_notify.conf";

  private final Supplier<State> state;
  private final Nudges nudges;
  private final ConfigSource files;

  NotifyPeer(Supplier<State> state, Nudges nudges, ConfigSource files) {
    this.state = state;
    this.nudges = nudges;
    this.files = files;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "notify");
  }

  @Override
  public String summary() {
    return "Send a notify packet to a SIP peer";
  }

  @Override
  public String usage() {
    return """
        Usage: sip notify <type> <peer> [<peer>...]
               Sends the NOTIFY of a section of sip_notify.conf to peers.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() < 2) {
      return Status.USAGE;
    }
    String type = arguments.getFirst();
    Optional<Category> section = sections().filter(known -> known.name().equals(type)).findFirst();
    if (section.isEmpty()) {
      out.line("Unable to find notify type '" + type + "' in " + FILE);
      return Status.FAILURE;
    }
    Nudge nudge;
    try {
      nudge = Nudge.ofSection(section.get().variables());
    } catch (IllegalArgumentException e) {
      out.line(section.get().origin() + ": [" + type + "]: " + e.getMessage());
      return Status.FAILURE;
    }
    Status status = Status.SUCCESS;
    for (String peer : arguments.subList(1, arguments.size())) {
      Optional<String> failure = nudges.send(peer, nudge);
      out.line(
          failure
              .map(why -> "Not sent to '" + peer + "': " + why)
              .orElse("Sending NOTIFY of type '" + type + "' to '" + peer + "'"));
      status = failure.isPresent() ? Status.FAILURE : status;
    }
    return status;
  }

  /** Read anew each time, so that there is nothing to reload. */
  private Stream<Category> sections() {
    return files.load(FILE) instanceof LoadResult.Loaded loaded
        ? loaded.configuration().visible().stream()
        : Stream.empty();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return Completion.of(
        prefix,
        arguments.isEmpty()
            ? sections().map(Category::name)
            : state.get().peers().inMemory().stream().map(Peer::name));
  }
}
