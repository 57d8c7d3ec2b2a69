package org.ara.pbx.console;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.pbx.Description;

/**
 * A command {@code core show <what>s [like <text>]}: lists applications or functions.
 *
 * @param what {@code applications} or {@code functions}
 * @param all those there are, sorted by name
 * @param layout how they are printed
 */
record DescriptionList(String what, Supplier<Stream<Description>> all, Layout layout)
    implements Command {

  /** How a list is printed. */
  interface Layout {
    void print(List<Description> found, boolean some, Output out);
  }

  /** Applications: their names and synopses. */
  static void applications(List<Description> found, boolean some, Output out) {
    if (found.isEmpty()) {
      out.line("There are no applications" + (some ? " matching" : " registered"));
      return;
    }
    String which = some ? "Matching" : "Registered";
    out.line("    -= " + which + " Asterisk Applications =-");
    found.forEach(one -> out.line("  %20s: %s", one.name(), one.synopsis()));
    out.line("    -= %d Applications %s =-", found.size(), some ? "Matching" : "Registered");
  }

  /** Functions: their names, syntax and synopses. */
  static void functions(List<Description> found, boolean some, Output out) {
    out.line((some ? "Matching" : "Installed") + " Custom Functions:");
    out.line("-".repeat(80));
    found.forEach(
        one -> out.line("%-20.20s  %-35.35s  %s", one.name(), one.syntax(), one.synopsis()));
    out.line("%d %scustom functions installed.", found.size(), some ? "matching " : "");
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", what);
  }

  @Override
  public String summary() {
    return "Shows registered dialplan " + what;
  }

  @Override
  public String usage() {
    return """
    Usage: core show %s [like <text>]
           Lists them, or those whose names have that text in them.\
    """
        .formatted(what);
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    boolean some = arguments.size() == 2 && arguments.getFirst().equalsIgnoreCase("like");
    if (!arguments.isEmpty() && !some) {
      return Status.USAGE;
    }
    String part = some ? arguments.getLast().toLowerCase(Locale.ROOT) : "";
    layout.print(
        all.get().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(part)).toList(),
        some,
        out);
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? Completion.of(prefix, "like") : List.of();
  }
}
