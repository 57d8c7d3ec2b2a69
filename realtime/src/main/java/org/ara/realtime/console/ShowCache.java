package org.ara.realtime.console;

import java.util.List;
import org.ara.realtime.status.CacheStatus;
import org.ara.realtime.status.Inspection;

/** {@code realtime show cache}: what each family keeps and how it was used. */
final class ShowCache extends ShowCommand {

  private static final String LAYOUT = "%-16s %-11s %9s %9s %9s %10s %10s %10s %9s %9s  %s";

  private final Inspection inspection;

  ShowCache(Inspection inspection) {
    super("cache");
    this.inspection = inspection;
  }

  @Override
  public String summary() {
    return "Show what families keep in memory";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime show cache
           Shows, for each family that keeps answers: by what they are trusted, how many
           there are and how large they are, how many questions were answered from them
           (rows, and that there is none), how many the storage was asked, how many copies
           were given because nothing else could be had, and how many had to go.""";
  }

  @Override
  void show(Output out) {
    List<CacheStatus> caches = inspection.caches();
    if (caches.isEmpty()) {
      out.line("No family keeps answers (realtime.conf).");
      return;
    }
    out.line(
        LAYOUT,
        "Family",
        "Trusted by",
        "Entries",
        "KiB",
        "Max KiB",
        "Hits",
        "Negative",
        "Asked",
        "Copies",
        "Evicted",
        "State");
    for (CacheStatus cache : caches) {
      out.line(
          LAYOUT,
          cache.family(),
          cache.mode(),
          cache.entries(),
          cache.bytes() >> 10,
          cache.maxBytes() >> 10,
          cache.hits(),
          cache.negativeHits(),
          cache.misses(),
          cache.stale(),
          cache.evicted(),
          state(cache));
    }
  }

  private static String state(CacheStatus cache) {
    if (!cache.outage().isEmpty()) {
      return "away, copies are given: " + cache.outage();
    }
    boolean feedIsDown = cache.mode().equals("feed") && !cache.trusted();
    return feedIsDown ? "not trusted: realtime show feeds" : "ok";
  }
}
