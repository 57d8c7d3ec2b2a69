package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.pbx.dialplan.pattern.PatternMap;

/** One context: its extensions in the order in which they are tried, and what follows them. */
public final class Context {

  private final String name;
  private final List<Extension> extensions;
  private final List<SwitchLine> switches;
  private final List<Include> includes;
  private final List<Pattern> ignorePatterns;
  private final PatternMap<List<Extension>> byNumber;

  Context(
      String name,
      List<Extension> extensions,
      List<SwitchLine> switches,
      List<Include> includes,
      List<Pattern> ignorePatterns) {
    this.name = Objects.requireNonNull(name, "name");
    this.extensions = extensions.stream().sorted().toList();
    this.switches = List.copyOf(switches);
    this.includes = List.copyOf(includes);
    this.ignorePatterns = List.copyOf(ignorePatterns);
    Map<Pattern, List<Extension>> named = new LinkedHashMap<>();
    for (Extension extension : this.extensions) {
      named.computeIfAbsent(extension.name(), n -> new ArrayList<>()).add(extension);
    }
    this.byNumber = new PatternMap<>(named);
  }

  /** Its name; case matters. */
  public String name() {
    return name;
  }

  /** Its extensions in the order in which they are tried. */
  public List<Extension> extensions() {
    return extensions;
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
  PatternMap<List<Extension>> byNumber() {
    return byNumber;
  }
}
