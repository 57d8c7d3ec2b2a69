package org.ara.manager.ami.event;

import java.util.ArrayList;
import java.util.List;
import org.ara.manager.ami.guard.Secrets;
import org.ara.module.manager.Header;
import org.ara.pbx.Channel;
import org.ara.pbx.Location;

/** The headers by which every event and list tells about a channel. */
public final class ChannelFields {

  private static final String UNKNOWN = "<unknown>";

  private ChannelFields() {}

  /** Those of a channel as it is now. */
  public static List<Header> of(Channel channel) {
    return prefixed("", channel, List.of());
  }

  /**
   * The same with variables.
   *
   * @param prefix put before each name: {@code Dest} for the second channel of an event
   * @param variables names of variables that are told too
   */
  public static List<Header> prefixed(String prefix, Channel channel, List<String> variables) {
    Location place = channel.location().orElse(new Location("", "", 1));
    List<Header> fields = new ArrayList<>(20);
    fields.add(new Header(prefix + "Channel", channel.name()));
    fields.add(Header.of(prefix + "ChannelState", channel.state().ordinal()));
    fields.add(new Header(prefix + "ChannelStateDesc", channel.state().label()));
    fields.add(new Header(prefix + "CallerIDNum", known(channel.callerId().number())));
    fields.add(new Header(prefix + "CallerIDName", known(channel.callerId().name())));
    fields.add(new Header(prefix + "ConnectedLineNum", UNKNOWN));
    fields.add(new Header(prefix + "ConnectedLineName", UNKNOWN));
    fields.add(new Header(prefix + "Language", channel.language()));
    fields.add(new Header(prefix + "AccountCode", account(channel)));
    fields.add(new Header(prefix + "Context", place.context()));
    fields.add(new Header(prefix + "Exten", place.extension()));
    fields.add(Header.of(prefix + "Priority", place.priority()));
    fields.add(new Header(prefix + "Uniqueid", channel.uniqueId()));
    fields.add(new Header(prefix + "Linkedid", channel.linkedId()));
    for (String variable : variables) {
      String value = channel.variables().get(variable);
      if (value != null) {
        fields.add(
            new Header(prefix + "ChanVariable", variable + "=" + Secrets.shown(variable, value)));
      }
    }
    return fields;
  }

  private static String account(Channel channel) {
    String variable = channel.variables().get("ACCOUNTCODE");
    return channel.facts().get("accountcode").orElse(variable == null ? "" : variable);
  }

  private static String known(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
