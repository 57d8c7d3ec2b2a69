package org.ara.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ara.pbx.media.Codec;

/**
 * This server's side of the offer/answer exchange of one dialog (RFC 3264): one stream of audio,
 * every other stream refused with port 0 and kept in its place.
 *
 * <p>Not thread-safe; a dialog has one exchange at a time.
 */
public final class OfferAnswer {

  private static final int OUR_EVENT_TYPE = 101;
  private static final Pattern FORMAT = Pattern.compile("[0-9]{2,3}");
  private static final int USUAL_MILLIS = 20;

  private final LocalMedia local;
  private final long sessionId;
  private long version;
  private List<MediaDescription> ourStreams = List.of();

  /**
   * The exchange of a new dialog.
   *
   * @param sessionId a number for the origin line, positive
   */
  public OfferAnswer(LocalMedia local, long sessionId) {
    this.local = local;
    this.sessionId = sessionId;
    this.version = sessionId;
  }

  /** The exchange of a dialog with somebody who reaches this server at another address. */
  public OfferAnswer at(String address) {
    return new OfferAnswer(local.at(address), sessionId);
  }

  /** What a far end's description led to. */
  public sealed interface Outcome {

    /**
     * There is audio.
     *
     * @param answer the description to answer with; for the answer to our own offer it is our offer
     */
    record Agreed(Agreement agreement, String answer) implements Outcome {}

    /** It is well-formed, but has no audio that we could take: 488. */
    record Refused(String reason) implements Outcome {}

    /** It is not a session description: 400. */
    record Malformed(String reason) implements Outcome {}
  }

  /** Our offer, both ways, all our codecs; streams of an earlier exchange keep their places. */
  public String offer() {
    MediaDescription audio = audio(local.codecs(), OUR_EVENT_TYPE, Direction.SENDRECV);
    List<MediaDescription> streams = new ArrayList<>(ourStreams);
    int place = placeOfAudio();
    if (place < 0) {
      streams.add(audio);
    } else {
      streams.set(place, audio);
    }
    ourStreams = streams;
    return describe();
  }

  private int placeOfAudio() {
    for (int i = 0; i < ourStreams.size(); i++) {
      if (ourStreams.get(i).port() > 0) {
        return i;
      }
    }
    return -1;
  }

  /** Our last description again, for a refresh or a repeated answer. */
  public String current() {
    return describe();
  }

  /** Takes the far end's offer in and answers it. */
  public Outcome answer(String offer) {
    Optional<SessionDescription> parsed = SdpParser.parse(offer);
    if (parsed.isEmpty()) {
      return new Outcome.Malformed("not a session description");
    }
    SessionDescription session = parsed.get();
    Optional<MediaDescription> audio = usableAudio(session);
    if (audio.isEmpty()) {
      return new Outcome.Refused("no audio in a format that is allowed here");
    }
    Agreement agreement = agree(session, audio.get());
    List<MediaDescription> streams = new ArrayList<>();
    for (MediaDescription stream : session.media()) {
      streams.add(stream == audio.get() ? answerTo(stream, agreement) : refusal(stream));
    }
    ourStreams = streams;
    return new Outcome.Agreed(agreement, describe());
  }

  /** Takes the far end's answer to {@link #offer} in. */
  public Outcome accept(String answer) {
    Optional<SessionDescription> parsed = SdpParser.parse(answer);
    if (parsed.isEmpty()) {
      return new Outcome.Malformed("not a session description");
    }
    Optional<MediaDescription> audio = usableAudio(parsed.get());
    if (audio.isEmpty()) {
      return new Outcome.Refused("the answer has no audio in a format that was offered");
    }
    return new Outcome.Agreed(
        agree(parsed.get(), audio.get()), SdpWriter.write(ours(version), local.session()));
  }

  private Optional<MediaDescription> usableAudio(SessionDescription session) {
    return session.media().stream()
        .filter(m -> m.type().equals("audio") && m.port() > 0)
        .filter(m -> m.protocol().equals("RTP/AVP") || m.protocol().equals("RTP/AVPF"))
        .filter(m -> session.addressOf(m).isPresent() && !common(m).isEmpty())
        .findFirst();
  }

  private List<Codec> common(MediaDescription stream) {
    return stream.formats().stream()
        .map(OfferAnswer::codecOf)
        .flatMap(Optional::stream)
        .filter(local.codecs()::contains)
        .distinct()
        .toList();
  }

  private static Optional<Codec> codecOf(String format) {
    for (Codec codec : Codec.values()) {
      if (format.equals(Integer.toString(codec.payloadType()))) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }

  private Agreement agree(SessionDescription session, MediaDescription audio) {
    return new Agreement(
        session.addressOf(audio).orElseThrow(),
        audio.port(),
        common(audio),
        local.events() ? eventType(audio) : -1,
        session.directionOf(audio).reversed(),
        audio.attribute("ptime").flatMap(OfferAnswer::millis).orElse(USUAL_MILLIS));
  }

  private static Optional<Integer> millis(String ptime) {
    return ptime.matches("[0-9]{1,3}") && Integer.parseInt(ptime) >= 5
        ? Optional.of(Integer.valueOf(ptime))
        : Optional.empty();
  }

  private static int eventType(MediaDescription audio) {
    for (String format : audio.formats()) {
      boolean dynamic = FORMAT.matcher(format).matches() && Integer.parseInt(format) <= 127;
      String encoding = dynamic ? audio.encodingOf(format).orElse("") : "";
      if (encoding.regionMatches(true, 0, "telephone-event/8000", 0, 20)) {
        return Integer.parseInt(format);
      }
    }
    return -1;
  }

  /** Names one codec only, so that the far end cannot change to another in the middle. */
  private MediaDescription answerTo(MediaDescription stream, Agreement agreement) {
    MediaDescription audio =
        audio(List.of(agreement.codec()), agreement.eventType(), agreement.direction());
    return new MediaDescription(
        audio.type(), audio.port(), stream.protocol(), audio.formats(), null, audio.attributes());
  }

  private static MediaDescription refusal(MediaDescription stream) {
    return new MediaDescription(
        stream.type(), 0, stream.protocol(), stream.formats(), null, List.of());
  }

  private MediaDescription audio(List<Codec> codecs, int eventType, Direction direction) {
    List<String> formats = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    for (Codec codec : codecs) {
      formats.add(Integer.toString(codec.payloadType()));
      attributes.add(
          "rtpmap:" + codec.payloadType() + ' ' + codec.encoding() + '/' + codec.clockRate());
    }
    if (local.events() && eventType >= 0) {
      formats.add(Integer.toString(eventType));
      attributes.add("rtpmap:" + eventType + " telephone-event/8000");
      attributes.add("fmtp:" + eventType + " 0-16");
    }
    attributes.add("ptime:" + USUAL_MILLIS);
    attributes.add(direction.token());
    return new MediaDescription("audio", local.port(), "RTP/AVP", formats, null, attributes);
  }

  private String describe() {
    return SdpWriter.write(ours(++version), local.session());
  }

  private SessionDescription ours(long ourVersion) {
    String type = SdpWriter.addressType(local.address());
    String origin =
        local.owner() + " " + sessionId + ' ' + ourVersion + " IN " + type + ' ' + local.address();
    return new SessionDescription(origin, local.address(), List.of(), ourStreams);
  }
}
