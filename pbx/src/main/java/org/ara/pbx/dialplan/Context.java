package org.ara.pbx.dialplan;

import java.util.List;
import java.util.Objects;
import org.ara.pbx.dialplan.pattern.Pattern;

/** One context: its extensions in the order in which they are tried, and what follows them. */
public final class Context {

  private final String name;
  private final List<SwitchLine> switches;
  private final List<Include> includes;
  private final List<Pattern> ignorePatterns;
  private final ExtensionTable table;

  Context(
      String name,
      List<Extension> extensions,
      List<SwitchLine> switches,
      List<Include> includes,
      List<Pattern> ignorePatterns) {
    this.name = Objects.requireNonNull(name, "name");
    this.switches = List.copyOf(switches);
    this.includes = List.copyOf(includes);
    this.ignorePatterns = List.copyOf(ignorePatterns);
    this.table = new ExtensionTable(extensions);
  }

  /** Its name; case matters. */
  public String name() {
    return name;
  }

  /** Its extensions in the order in which they are tried. */
  public List<Extension> extensions() {
    return table.extensions();
  }

  /** Its switches in file order. */
  public List<SwitchLine> switches() {
    return switches;
  }

  /** The contexts it includes, in file order. */
  public List<Include> includes() {
    return includes;
  }

  /** The numbers after which the dial tone goes on. */
  public List<Pattern> ignorePatterns() {
    return ignorePatterns;
  }

  /** The extensions that a number can mean, best first. */
  ExtensionTable table() {
    return table;
  }
}
