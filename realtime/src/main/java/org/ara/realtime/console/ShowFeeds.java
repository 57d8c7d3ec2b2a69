package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.status.FeedStatus;
import org.ara.realtime.status.Inspection;

/** {@code realtime show feeds}: which tables tell of their changes. */
final class ShowFeeds extends ShowCommand {

  private static final String LAYOUT = "%-30s %-5s %9s %10s %9s  %s";

  private final Inspection inspection;

  ShowFeeds(Inspection inspection) {
    super("feeds");
    this.inspection = inspection;
  }

  @Override
  public String summary() {
    return "Show which tables tell of their changes";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime show feeds
           Shows, for each table whose changes a family needs: whether it tells of them and
           for how many seconds, how many it told and how many seconds ago the last one,
           by which columns, or why it does not.""";
  }

  @Override
  void show(Output out) {
    List<FeedStatus> feeds = inspection.feeds();
    if (feeds.isEmpty()) {
      out.line("No family is cached by a change feed (realtime.conf).");
      return;
    }
    out.line(LAYOUT, "Table", "Feed", "Seconds", "Changes", "Last", "By, or why not");
    for (FeedStatus feed : feeds) {
      out.line(
          LAYOUT,
          feed.table(),
          feed.live() ? "live" : "lost",
          feed.forMillis() / 1000,
          feed.changes(),
          feed.lastChangeMillis() < 0 ? "-" : feed.lastChangeMillis() / 1000,
          feed.detail());
    }
  }
}
