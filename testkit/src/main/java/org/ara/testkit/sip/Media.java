package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.ara.testkit.audio.G711;
import org.ara.testkit.rtp.RtpEndpoint;
import org.jspecify.annotations.Nullable;

/** The audio of one call: what was offered and agreed, and the stream itself (RFC 3264). */
final class Media implements AutoCloseable {

  private static final int EVENT_TYPE = 101;

  private final UserAgent agent;
  private final RtpEndpoint stream;
  private final long id = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
  private long version = id;
  private Sdp.Direction direction = Sdp.Direction.SENDRECV;
  private @Nullable Sdp remote;

  Media(UserAgent agent) {
    this.agent = agent;
    this.stream = RtpEndpoint.open(agent.address(), EVENT_TYPE, agent.watch()::changed);
    agent.owns(stream);
  }

  RtpEndpoint stream() {
    return stream;
  }

  /** What the other side said last; {@code null} before it said anything. */
  synchronized @Nullable Sdp remote() {
    return remote;
  }

  /** An offer to talk in that direction. */
  synchronized String offer(Sdp.Direction wanted) {
    direction = wanted;
    return describe(EVENT_TYPE, wanted);
  }

  /** The answer to an offer. */
  synchronized String answer(String body) {
    Sdp offer = Sdp.parse(body);
    Sdp.Direction agreed = Sdp.Direction.SENDRECV.answer(offer.direction());
    direction = agreed;
    String answer = describe(offer.eventType(), agreed);
    apply(offer);
    return answer;
  }

  private String describe(int eventType, Sdp.Direction wanted) {
    return new Sdp(
            id, version++, agent.host(), stream.port(), agent.account().laws(), eventType, wanted)
        .text();
  }

  /** Takes the answer to our offer. */
  synchronized void accept(String body) {
    apply(Sdp.parse(body));
  }

  private void apply(Sdp theirs) {
    Sdp before = remote;
    if (before != null && before.id() == theirs.id() && !before.equals(theirs)) {
      long step = theirs.version() - before.version();
      if (step != 1 && !before.equals(withVersion(theirs, before.version()))) {
        agent.trace().violation("the session changed and its version went by " + step);
      }
    }
    G711 law =
        theirs.laws().stream()
            .filter(agent.account().laws()::contains)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no codec of ours in " + theirs.laws()));
    remote = theirs;
    boolean speak = direction.sends() && theirs.direction().receives() && theirs.port() != 0;
    InetSocketAddress to = new InetSocketAddress(theirs.address(), theirs.port());
    stream.direct(speak ? to : null, law, theirs.eventType() < 0 ? EVENT_TYPE : theirs.eventType());
  }

  private static Sdp withVersion(Sdp sdp, long version) {
    return new Sdp(
        sdp.id(), version, sdp.address(), sdp.port(), sdp.laws(), sdp.eventType(), sdp.direction());
  }

  @Override
  public void close() {
    stream.close();
  }
}
