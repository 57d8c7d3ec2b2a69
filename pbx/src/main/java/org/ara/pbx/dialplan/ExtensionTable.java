package org.ara.pbx.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.pbx.dialplan.pattern.Pattern;
import org.ara.pbx.dialplan.pattern.PatternMap;
import org.jspecify.annotations.Nullable;

/**
 * Extensions in the order in which they are tried, found at a cost that does not grow with them.
 */
public final class ExtensionTable {

  /** No extensions. */
  public static final ExtensionTable EMPTY = new ExtensionTable(List.of());

  private final List<Extension> extensions;
  private final PatternMap<List<Extension>> byNumber;

  /** A table of these extensions, of which no two have the same name and caller condition. */
  public ExtensionTable(List<Extension> extensions) {
    this.extensions = extensions.stream().sorted().toList();
    Map<Pattern, List<Extension>> named = new LinkedHashMap<>();
    for (Extension extension : this.extensions) {
      named.computeIfAbsent(extension.name(), n -> new ArrayList<>()).add(extension);
    }
    this.byNumber = new PatternMap<>(named);
  }

  /** All of them in the order in which they are tried. */
  public List<Extension> extensions() {
    return extensions;
  }

  /**
   * The step that is wanted, of the first extension that matches and has it; null if none has.
   *
   * @param number as dialled; pure data
   * @param place which step
   * @param callerNumber empty if unknown
   */
  public @Nullable Step find(
      String number, Search.Place place, String callerNumber, MatchMode mode) {
    Selection selection = new Selection(place, callerNumber, mode);
    boolean unused = byNumber.visit(number, mode, selection);
    return selection.found();
  }

  /** The extensions that a complete number can mean, best first, whoever calls. */
  public List<Extension> matching(String number) {
    List<Extension> matching = new ArrayList<>();
    boolean unused =
        byNumber.visit(
            number,
            MatchMode.MATCH,
            (sameName, match) -> {
              matching.addAll(sameName);
              return false;
            });
    return matching;
  }

  Selection select(Search search) {
    Selection selection = new Selection(search.place(), search.callerNumber(), search.mode());
    boolean unused = byNumber.visit(search.extension(), search.mode(), selection);
    return selection;
  }
}
