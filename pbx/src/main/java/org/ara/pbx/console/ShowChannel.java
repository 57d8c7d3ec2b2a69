package org.ara.pbx.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ara.module.Command;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.realtime.Field;
import org.ara.realtime.console.SecretColumns;

/** {@code core show channel NAME}. */
public final class ShowChannel implements Command {

  private final Pbx pbx;
  private final InstantSource clock;

  public ShowChannel(Pbx pbx, InstantSource clock) {
    this.pbx = pbx;
    this.clock = clock;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "channel");
  }

  @Override
  public String summary() {
    return "Display information on a specific channel";
  }

  @Override
  public String usage() {
    return "Usage: core show channel <channel>\n       Shows what is known about a channel.";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    Optional<Channel> channel = pbx.channel(arguments.getFirst());
    if (channel.isEmpty()) {
      out.line(arguments.getFirst() + " is not a known channel");
      return Status.FAILURE;
    }
    print(channel.get(), ChannelRow.of(channel.get(), clock.instant()), out);
    return Status.SUCCESS;
  }

  private static void print(Channel channel, ChannelRow row, Output out) {
    out.line(" -- General --");
    item(out, "Name", row.name());
    item(out, "Type", channel.technology());
    item(out, "UniqueID", row.uniqueId());
    item(out, "Caller ID", orNone(row.callerNumber()));
    item(out, "Caller ID Name", orNone(channel.callerId().name()));
    item(out, "Language", channel.language());
    item(out, "State", channel.state().label() + " (" + channel.state().ordinal() + ")");
    item(out, "Elapsed Time", row.duration());
    item(out, "Bridge ID", row.bridge().isEmpty() ? "(Not bridged)" : row.bridge());
    out.line(" --   PBX   --");
    item(out, "Context", row.context());
    item(out, "Extension", row.extension());
    item(out, "Priority", Integer.toString(row.priority()));
    item(out, "Application", orNone(row.application()));
    item(out, "Data", row.data().isEmpty() ? "(Empty)" : row.data());
    out.line("      Variables:");
    channel
        .variables()
        .all()
        .forEach(
            (name, value) -> out.line(name + "=" + SecretColumns.shown(new Field(name, value))));
  }

  private static void item(Output out, String label, String value) {
    out.line("%15s: %s", label, value);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "(N/A)" : text;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? ChannelWords.starting(pbx, prefix) : List.of();
  }
}
