package org.ara.pbx.dialplan;

import java.util.List;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.module.Command;
import org.ara.module.Completion;

/** {@code dialplan add extension exten,priority,App(args) into context [replace]}. */
final class DialplanAddCommand implements Command {

  private static final Origin CONSOLE = new Origin("CLI", 0);

  private final CurrentDialplan current;

  DialplanAddCommand(CurrentDialplan current) {
    this.current = current;
  }

  @Override
  public List<String> words() {
    return List.of("dialplan", "add", "extension");
  }

  @Override
  public String summary() {
    return "Add new extension into context";
  }

  @Override
  public String usage() {
    return """
        Usage: dialplan add extension <exten>[/<caller>],<priority>,<App>[(<arguments>)]
                   into <context> [replace]
               Adds a step until the dialplan is reloaded. The priority is a number,
               n, or hint; a step that is there already is replaced only if told so.
        """;
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean replace = arguments.size() > 3 && arguments.getLast().equals("replace");
    int into = arguments.size() - (replace ? 3 : 2);
    if (into < 1 || !arguments.get(into).equals("into")) {
      return Status.USAGE;
    }
    String[] parts = String.join(" ", arguments.subList(0, into)).split(",", 3);
    if (parts.length < 3 || parts[0].isBlank() || parts[2].isBlank()) {
      return Status.USAGE;
    }
    String context = arguments.get(into + 1);
    ExtensionName name = ExtensionName.parse(parts[0].strip(), out::line);
    Optional<String> refused = current.edit(context, found -> added(found, name, parts, replace));
    String shown = name + " into '" + context + "'";
    out.line("%s", refused.orElse("Extension " + shown + " added"));
    return refused.isEmpty() ? Status.SUCCESS : Status.FAILURE;
  }

  private static CurrentDialplan.Edit added(
      Context context, ExtensionName name, String[] parts, boolean replace) {
    Optional<Extension> before = DialplanEdit.find(context, name);
    Optional<PriorityText> text = PriorityText.parse(parts[1]);
    int priority = text.map(t -> number(t, before)).orElse(0);
    String application = parts[2].strip();
    int open = priority == Step.HINT ? -1 : application.indexOf('(');
    int close = application.endsWith(")") ? application.length() - 1 : application.length();
    if (priority == 0) {
      return CurrentDialplan.Edit.refused(
          "'" + parts[1] + "' is not a priority: a number from 1, n or hint");
    }
    boolean there = before.isPresent() && before.get().steps().containsKey(priority);
    if (there && !replace) {
      return CurrentDialplan.Edit.refused(
          "Extension " + name + " has that priority already; say replace to replace it");
    }
    Step step =
        new Step(
            name.name().text(),
            priority,
            text.map(PriorityText::label).orElse(""),
            open < 0 ? application : application.substring(0, open).strip(),
            open < 0 ? "" : application.substring(open + 1, Math.max(close, open + 1)),
            CONSOLE);
    return CurrentDialplan.Edit.made(DialplanEdit.with(context, name, step));
  }

  private static int number(PriorityText text, Optional<Extension> before) {
    if (text.isHint()) {
      return Step.HINT;
    }
    int last = before.map(extension -> extension.steps().lastKey()).orElse(0);
    int base = text.isNext() ? Math.max(last, 0) + 1 : text.number().orElse(0);
    return base < 1 ? 0 : base + text.offset();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    return arguments.getLast().equals("into")
        ? Completion.of(prefix, current.get().contexts().stream().map(Context::name))
        : Completion.of(prefix, List.of(arguments.contains("into") ? "replace" : "into").stream());
  }
}
