package org.ara.pbx.console;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.pbx.Description;

/**
 * A command {@code core show <what> <name>}: tells what an application or a function is.
 *
 * @param what {@code application} or {@code function}
 * @param all those there are, sorted by name
 * @param ignoresCase whether names compare ignoring case
 * @param unknown what is said of a name that nobody has
 */
record DescribedCommand(
    String what, Supplier<Stream<Description>> all, boolean ignoresCase, String unknown)
    implements Command {

  @Override
  public List<String> words() {
    return List.of("core", "show", what);
  }

  @Override
  public String summary() {
    return "Describe a specific dialplan " + what;
  }

  @Override
  public String usage() {
    return "Usage: core show " + what + " <name>\n       Tells what it does and how it is written.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    List<Description> named = all.get().filter(one -> isNamed(one, arguments.getFirst())).toList();
    if (named.isEmpty()) {
      out.line(unknown);
      return Status.FAILURE;
    }
    show(named.getFirst(), out);
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty()
        ? Completion.of(prefix, all.get().map(Description::name))
        : List.of();
  }

  private boolean isNamed(Description one, String name) {
    return ignoresCase ? one.name().equalsIgnoreCase(name) : one.name().equals(name);
  }

  private void show(Description one, Output out) {
    out.line("");
    out.line("  -= Info about " + what + " '" + one.name() + "' =- ");
    part("Synopsis", one.synopsis(), out);
    part("Description", one.text().isEmpty() ? "Not available" : one.text(), out);
    part("Syntax", one.syntax(), out);
  }

  private static void part(String title, String text, Output out) {
    out.line("");
    out.line("[" + title + "]");
    text.lines().forEach(out::line);
  }
}
