package org.ara.pbx.dialplan;

import java.util.List;
import java.util.Optional;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code dialplan remove extension exten[/caller]@context [priority]}. */
final class DialplanRemoveCommand implements Command {

  private final CurrentDialplan current;

  DialplanRemoveCommand(CurrentDialplan current) {
    this.current = current;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "remove", "extension");
  }

  @Override
  public String summary() {
    return "Remove a specified extension";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan remove extension <exten>[/<caller>]@<context> [<priority>|hint]
               Removes an extension, or one step of it, until the dialplan is
               reloaded. Rows of databases are not touched.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    int at = arguments.isEmpty() ? -1 : arguments.getFirst().lastIndexOf('@');
    if (at < 1 || arguments.size() > 2) {
      return Status.USAGE;
    }
    Optional<PriorityText> text =
        arguments.size() == 2 ? PriorityText.parse(arguments.get(1)) : Optional.empty();
    Optional<Integer> priority =
        text.flatMap(t -> t.isHint() ? Optional.of(Step.HINT) : t.number());
    if (arguments.size() == 2 && priority.isEmpty()) {
      return Status.USAGE;
    }
    String place = arguments.getFirst();
    ExtensionName name = ExtensionName.parse(place.substring(0, at), out::line);
    Optional<String> refused =
        current.edit(place.substring(at + 1), context -> removed(context, name, priority));
    out.line(
        "%s", refused.orElse(priority.isEmpty() ? "Extension " + place + " removed" : "Removed"));
    return refused.isEmpty() ? Status.SUCCESS : Status.FAILURE;
  }

  private static CurrentDialplan.Edit removed(
      Context context, ExtensionName name, Optional<Integer> priority) {
    boolean there =
        DialplanEdit.find(context, name)
            .filter(e -> priority.isEmpty() || e.steps().containsKey(priority.get()))
            .isPresent();
    return there
        ? CurrentDialplan.Edit.made(DialplanEdit.without(context, name, priority))
        : CurrentDialplan.Edit.refused("There is no such extension or priority in that context");
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() && !prefix.isEmpty()
        ? Completion.of(
            prefix,
            current.get().contexts().stream()
                .flatMap(
                    context ->
                        context.extensions().stream()
                            .map(
                                e ->
                                    new ExtensionName(e.name(), e.callerId())
                                        + "@"
                                        + context.name())))
        : List.of();
  }
}
