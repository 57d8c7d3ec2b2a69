package org.ara.sip.sdp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session description.
 *
 * @param origin the {@code o=} line's value
 * @param address of the session's {@code c=} line; null if it has none
 * @param attributes of the session, without {@code a=}
 * @param media in order
 */
public record SessionDescription(
    String origin,
    @Nullable String address,
    List<String> attributes,
    List<MediaDescription> media) {

  public SessionDescription {
    Objects.requireNonNull(origin, "origin");
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  /** Where a stream goes to: its own address or the session's. */
  Optional<String> addressOf(MediaDescription stream) {
    return Optional.ofNullable(stream.address() == null ? address : stream.address());
  }

  /**
   * Which way a stream flows: its own attribute, the session's, else both ways. The address 0.0.0.0
   * of RFC 2543 phones on hold takes away their wish to receive.
   */
  Direction directionOf(MediaDescription stream) {
    Direction written =
        stream
            .direction()
            .or(() -> attributes.stream().map(Direction::of).flatMap(Optional::stream).findFirst())
            .orElse(Direction.SENDRECV);
    if (!addressOf(stream).orElse("").equals("0.0.0.0")) {
      return written;
    }
    return written.sends() ? Direction.SENDONLY : Direction.INACTIVE;
  }
}
