package org.ara.pbx.dialplan;

import java.util.List;
import org.ara.pbx.dialplan.Search.Place;
import org.ara.pbx.dialplan.pattern.Match;
import org.ara.pbx.dialplan.pattern.PatternMap;
import org.jspecify.annotations.Nullable;

/** Takes the first of the extensions it is shown that has the wanted step. */
final class Selection implements PatternMap.Visitor<List<Extension>> {

  private final Place place;
  private final String callerNumber;
  private final MatchMode mode;
  private @Nullable Step found;
  private boolean stopped;

  Selection(Place place, String callerNumber, MatchMode mode) {
    this.place = place;
    this.callerNumber = callerNumber;
    this.mode = mode;
  }

  /** What was found; null if nothing was. */
  @Nullable Step found() {
    return found;
  }

  /** Whether an early match ended the search. */
  boolean stopped() {
    return stopped;
  }

  @Override
  public boolean visit(List<Extension> sameName, Match match) {
    for (Extension extension : sameName) {
      if (extension.admits(callerNumber)) {
        if (match == Match.EARLY && mode == MatchMode.MATCH_MORE) {
          stopped = true;
          return true;
        }
        found = step(extension);
        if (found != null) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable Step step(Extension extension) {
    return switch (place) {
      case Place.Priority(int number) -> extension.steps().get(number);
      case Place.Label(String label) -> {
        Integer priority = extension.labels().get(label);
        yield priority == null ? null : extension.steps().get(priority);
      }
    };
  }
}
