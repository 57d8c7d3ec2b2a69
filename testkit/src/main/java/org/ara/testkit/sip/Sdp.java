package org.ara.testkit.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.testkit.audio.G711;

/**
 * The one audio stream of a session description (RFC 8866, RFC 3264).
 *
 * @param version of the session, which grows with every change
 * @param address numeric
 * @param port 0 refuses the stream
 * @param laws in order of preference
 * @param eventType the payload type of telephone events, -1 for none
 * @param direction from the sender's point of view
 */
public record Sdp(
    long id,
    long version,
    String address,
    int port,
    List<G711> laws,
    int eventType,
    Direction direction) {

  /** Who may speak. */
  public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /** Whether whoever states it sends. */
    public boolean sends() {
      return this == SENDRECV || this == SENDONLY;
    }

    /** Whether whoever states it wants to receive. */
    public boolean receives() {
      return this == SENDRECV || this == RECVONLY;
    }

    /** What one who would rather do {@code this} answers to an offer. */
    Direction answer(Direction offer) {
      boolean send = sends() && offer.receives();
      boolean receive = receives() && offer.sends();
      return send ? (receive ? SENDRECV : SENDONLY) : (receive ? RECVONLY : INACTIVE);
    }
  }

  private static final Pattern ORIGIN =
      Pattern.compile("(?m)^o=\\S+ ([0-9]{1,18}) ([0-9]{1,18}) IN IP[46] \\S+$");
  private static final Pattern AUDIO =
      Pattern.compile("m=audio ([0-9]{1,5}) RTP/AVP((?: [0-9]+)+)");
  private static final Pattern CONNECTION = Pattern.compile("(?m)^c=IN IP[46] (\\S+)$");
  private static final Pattern EVENTS =
      Pattern.compile("(?m)^a=rtpmap:([0-9]+) telephone-event/8000$");

  /**
   * Reads a description, strictly.
   *
   * @throws IllegalArgumentException if it is not one with an audio stream, saying why
   */
  static Sdp parse(String text) {
    String body = text.replace("\r\n", "\n");
    if (!body.startsWith("v=0\no=") || !body.contains("\ns=") || !body.contains("\nt=")) {
      throw new IllegalArgumentException("session description without v=, o=, s= or t=");
    }
    Matcher origin = find(ORIGIN, body, "o=");
    Matcher audio = find(AUDIO, body, "m=audio");
    String media = body.substring(audio.start());
    String session = body.substring(0, audio.start());
    Matcher own = CONNECTION.matcher(media);
    String address = own.find() ? own.group(1) : find(CONNECTION, session, "c=").group(1);
    Matcher events = EVENTS.matcher(media);
    return new Sdp(
        Long.parseLong(origin.group(1)),
        Long.parseLong(origin.group(2)),
        address,
        Integer.parseInt(audio.group(1)),
        laws(audio.group(2)),
        events.find() ? Integer.parseInt(events.group(1)) : -1,
        direction(media).or(() -> direction(session)).orElse(Direction.SENDRECV));
  }

  private static Matcher find(Pattern pattern, String text, String what) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("session description without a good " + what);
    }
    return matcher;
  }

  private static List<G711> laws(String formats) {
    List<G711> laws = new ArrayList<>();
    for (String format : formats.trim().split(" ")) {
      for (G711 law : G711.values()) {
        if (format.equals(String.valueOf(law.payloadType()))) {
          laws.add(law);
        }
      }
    }
    return List.copyOf(laws);
  }

  private static Optional<Direction> direction(String part) {
    for (Direction direction : Direction.values()) {
      if (part.contains("\na=" + attribute(direction) + "\n")) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }

  private static String attribute(Direction direction) {
    return direction.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The description as a body. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("v=0\r\no=- %d %d IN IP4 %s\r\ns=-\r\n".formatted(id, version, address));
    text.append("c=IN IP4 %s\r\nt=0 0\r\nm=audio %d RTP/AVP".formatted(address, port));
    laws.forEach(law -> text.append(' ').append(law.payloadType()));
    text.append(eventType < 0 ? "\r\n" : " " + eventType + "\r\n");
    laws.forEach(law -> text.append("a=rtpmap:%d %s/8000\r\n".formatted(law.payloadType(), law)));
    if (eventType >= 0) {
      text.append(
          "a=rtpmap:%1$d telephone-event/8000\r\na=fmtp:%1$d 0-15\r\n".formatted(eventType));
    }
    return text.append("a=ptime:20\r\na=").append(attribute(direction)).append("\r\n").toString();
  }
}
