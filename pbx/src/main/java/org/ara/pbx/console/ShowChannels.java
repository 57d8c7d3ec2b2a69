package org.ara.pbx.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.module.Completion;
import org.ara.pbx.Pbx;

/** {@code core show channels}. */
public final class ShowChannels implements Command {

  private static final List<String> FORMS = List.of("concise", "verbose", "count");

  private final Pbx pbx;
  private final InstantSource clock;

  public ShowChannels(Pbx pbx, InstantSource clock) {
    this.pbx = pbx;
    this.clock = clock;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "channels");
  }

  @Override
  public String summary() {
    return "Display information on channels";
  }

  @Override
  public String usage() {
    return "Usage: core show channels [concise|verbose|count]\n"
        + "       Lists the channels there are; concise for programs, verbose with more columns,\n"
        + "       count for the totals alone.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() > 1) {
      return Status.USAGE;
    }
    String form = arguments.isEmpty() ? "" : arguments.getFirst().toLowerCase(Locale.ROOT);
    switch (form) {
      case "" -> {
        out.line(ChannelRow.HEADING);
        rows().forEach(row -> out.line(row.line()));
        Totals.print(pbx, out);
      }
      case "verbose" -> {
        out.line(ChannelRow.VERBOSE_HEADING);
        rows().forEach(row -> out.line(row.verbose()));
        Totals.print(pbx, out);
      }
      case "concise" -> rows().forEach(row -> out.line(row.concise()));
      case "count" -> Totals.print(pbx, out);
      default -> {
        return Status.USAGE;
      }
    }
    return Status.SUCCESS;
  }

  private List<ChannelRow> rows() {
    Instant now = clock.instant();
    return pbx.channels().stream().map(channel -> ChannelRow.of(channel, now)).toList();
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? Completion.of(prefix, FORMS) : List.of();
  }
}
