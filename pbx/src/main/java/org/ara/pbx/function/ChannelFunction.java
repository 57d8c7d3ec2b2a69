package org.ara.pbx.function;

import java.util.Locale;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.Location;
import org.ara.pbx.media.Codec;

/** {@code CHANNEL(item)}: facts about the channel. */
final class ChannelFunction implements DialplanFunction {

  @Override
  public Description description() {
    return new Description(
        "CHANNEL",
        "Reads facts about the channel and sets some",
        "CHANNEL(name|state|channeltype|uniqueid|linkedid|language|context|exten|peername|"
            + "audioreadformat|audiowriteformat|accountcode|amaflags|musicclass|mohsuggest|tonezone|"
            + "parkinglot|callgroup|pickupgroup|namedcallgroup|namedpickupgroup)",
        "The language and those after audiowriteformat can be written.");
  }

  @Override
  public String read(Channel channel, String arguments) throws FunctionException {
    return switch (arguments.strip().toLowerCase(Locale.ROOT)) {
      case "name" -> channel.name();
      case "state" -> channel.state().label();
      case "channeltype" -> channel.technology();
      case "uniqueid", "linkedid" -> channel.uniqueId();
      case "language" -> channel.language();
      case "context" -> channel.location().map(Location::context).orElse("");
      case "exten" -> channel.location().map(Location::extension).orElse("");
      case "peername" -> channel.peerName().substring(channel.technology().length() + 1);
      case "audioreadformat", "audiowriteformat" -> {
        Codec codec = channel.leg().media().codec();
        yield codec == null ? "" : codec.label();
      }
      case String item when channel.facts().has(item) -> channel.facts().get(item).orElse("");
      default -> throw new FunctionException("'" + arguments + "' is not an item that is known");
    };
  }

  @Override
  public void write(Channel channel, String arguments, String value) throws FunctionException {
    String item = arguments.strip();
    if (item.equalsIgnoreCase("language")) {
      channel.speak(value.strip());
    } else if (channel.facts().has(item)) {
      channel.facts().set(item, value.strip());
    } else {
      throw new FunctionException("'" + arguments + "' cannot be written");
    }
  }
}
