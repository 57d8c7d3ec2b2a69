package org.ara.pbx.dialplan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code dialplan show [[exten@]context]}: the extensions, of named contexts also their rows. */
final class DialplanShowCommand implements Command {

  private final CurrentDialplan current;

  DialplanShowCommand(CurrentDialplan current) {
    this.current = current;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "show");
  }

  @Override
  public String summary() {
    return "Show dialplan";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan show [[exten@]context]
               Shows the extensions of all contexts, of one context, or those that
               an extension of a context can mean. Rows behind a switch are shown if a
               context is named.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() > 1) {
      return Status.USAGE;
    }
    String place = arguments.isEmpty() ? "" : arguments.getFirst();
    int at = place.indexOf('@');
    String extension = at < 0 ? "" : place.substring(0, at);
    String context = place.substring(at + 1);
    Dialplan dialplan = current.get();
    Optional<Context> wanted = dialplan.context(context);
    boolean live = dialplan.live().has(context);
    if (!context.isEmpty() && wanted.isEmpty() && !live) {
      out.line("There is no existence of '" + context + "' context");
      return Status.FAILURE;
    }
    Collection<Context> shown = context.isEmpty() ? dialplan.contexts() : wanted.stream().toList();
    DialplanListing listing =
        new DialplanListing(
            dialplan,
            extension,
            context.isEmpty()
                ? Optional.empty()
                : Optional.of(new SwitchAnswers(dialplan, current.globals())),
            out);
    listing.contexts(shown);
    Collection<String> others = context.isEmpty() ? dialplan.live().contexts() : List.of(context);
    others.stream()
        .filter(dialplan.live()::has)
        .forEach(name -> listing.live(name, listing.live(name)));
    if (!extension.isEmpty() && !listing.hasExtensions()) {
      out.line("There is no existence of " + place + " extension");
      return Status.FAILURE;
    }
    listing.footer();
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    if (!arguments.isEmpty()) {
      return List.of();
    }
    Collection<Context> contexts = current.get().contexts();
    return Completion.of(
        prefix,
        Stream.concat(
            contexts.stream().map(Context::name),
            prefix.isEmpty()
                ? Stream.empty()
                : contexts.stream().flatMap(DialplanShowCommand::extensions)));
  }

  private static Stream<String> extensions(Context context) {
    return context.extensions().stream().map(extension -> extension.name() + "@" + context.name());
  }
}
