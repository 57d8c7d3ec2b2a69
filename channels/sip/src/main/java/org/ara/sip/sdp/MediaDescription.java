package org.ara.sip.sdp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code m=} line with what follows it.
 *
 * @param type {@code audio}, {@code video}...
 * @param port 0 for a refused or ended stream
 * @param protocol {@code RTP/AVP}...
 * @param formats as listed; payload types where the protocol is RTP
 * @param address of its own {@code c=} line; null if it has none
 * @param attributes the {@code a=} lines without {@code a=}, in order
 */
public record MediaDescription(
    String type,
    int port,
    String protocol,
    List<String> formats,
    @Nullable String address,
    List<String> attributes) {

  public MediaDescription {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(protocol, "protocol");
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }

  /** Its own direction, if it has one. */
  Optional<Direction> direction() {
    return attributes.stream().map(Direction::of).flatMap(Optional::stream).findFirst();
  }

  /** The {@code encoding/rate} that {@code rtpmap} gives a payload type. */
  Optional<String> encodingOf(String format) {
    String start = "rtpmap:" + format + " ";
    return attributes.stream()
        .filter(a -> a.startsWith(start))
        .map(a -> a.substring(start.length()).strip())
        .findFirst();
  }

  /** The value of an attribute such as {@code ptime}. */
  Optional<String> attribute(String name) {
    String start = name + ":";
    return attributes.stream()
        .filter(a -> a.startsWith(start))
        .map(a -> a.substring(start.length()).strip())
        .findFirst();
  }
}
