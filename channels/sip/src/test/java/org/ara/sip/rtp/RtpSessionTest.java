package org.ara.sip.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.pbx.bridge.Relay;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.Transcoder;
import org.ara.sip.sdp.Agreement;
import org.ara.sip.sdp.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RtpSessionTest {

  private final MediaLoop loop = new MediaLoop();
  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final List<Frame> heard = new CopyOnWriteArrayList<>();
  private DatagramSocket phone;
  private DatagramSocket stranger;

  @BeforeEach
  void openSockets() throws IOException {
    phone = new DatagramSocket(0, loopback);
    phone.setSoTimeout(5000);
    stranger = new DatagramSocket(0, loopback);
    stranger.setSoTimeout(5000);
  }

  @AfterEach
  void close() {
    phone.close();
    stranger.close();
    loop.close();
  }

  private RtpPorts ports(int start, int end) {
    return new RtpPorts(loop, loopback, new RtpRange(start, end), new Random(5));
  }

  private RtpSession open(InetAddress signalling, boolean comedia) {
    RtpSession session = ports(20_000, 40_000).open(signalling, comedia).orElseThrow();
    session.receiver(heard::add);
    return session;
  }

  private void agree(RtpSession session, Direction direction) {
    Agreement agreement =
        new Agreement("there", phone.getLocalPort(), List.of(Codec.ULAW), 101, direction, 20);
    session.agree(agreement, new InetSocketAddress(loopback, phone.getLocalPort()));
  }

  private static byte[] packet(int type, int sequence, int timestamp, byte[] payload) {
    return ByteBuffer.allocate(12 + payload.length)
        .put((byte) 0x80)
        .put((byte) type)
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(0x1234)
        .put(payload)
        .array();
  }

  private void send(DatagramSocket from, RtpSession to, byte[] packet) throws IOException {
    from.send(new DatagramPacket(packet, packet.length, loopback, to.port()));
  }

  private static ByteBuffer receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    socket.receive(packet);
    return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
  }

  private static byte[] tone(int value) {
    byte[] payload = new byte[160];
    Arrays.fill(payload, (byte) value);
    return payload;
  }

  private static Frame audio(int timestamp) {
    return new Frame.Audio(Codec.ULAW, tone(9), timestamp, false);
  }

  @Test
  void packetsOfThePhoneBecomeFramesAndOthersAreCountedAndDropped() throws IOException {
    RtpSession session = open(loopback, false);
    agree(session, Direction.SENDRECV);

    send(phone, session, packet(0, 1, 160, tone(7)));
    send(phone, session, packet(0x80 | 101, 2, 320, new byte[] {5, 10, 0, 80}));
    send(phone, session, packet(18, 3, 480, tone(7)));
    send(phone, session, new byte[] {1, 2, 3});
    await().until(() -> session.counters().unknown() == 1 && session.counters().malformed() == 1);
    send(stranger, session, packet(0, 1, 160, tone(66)));
    await().until(() -> session.counters().strange() == 1);

    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst())
        .usingRecursiveComparison()
        .isEqualTo(new Frame.Audio(Codec.ULAW, tone(7), 160, false));
    assertThat(heard.getLast())
        .usingRecursiveComparison()
        .isEqualTo(new Frame.TelephoneEvent(new byte[] {5, 10, 0, 80}, 320, true));
    session.close();
  }

  @Test
  void aStreamStaysContinuousWhenItsSourceChanges() throws IOException {
    RtpSession session = open(loopback, false);
    agree(session, Direction.SENDRECV);

    session.send(audio(1000));
    session.send(audio(1160));
    session.send(audio(900_000));
    session.send(audio(900_160));

    ByteBuffer first = receive(phone);
    int sequence = first.getShort(2) & 0xffff;
    int timestamp = first.getInt(4);
    ByteBuffer second = receive(phone);
    ByteBuffer third = receive(phone);
    ByteBuffer fourth = receive(phone);
    assertThat(first.get(1)).as("the first packet has a marker").isEqualTo((byte) 0x80);
    assertThat(second.getInt(4) - timestamp).isEqualTo(160);
    assertThat(second.get(1)).isZero();
    assertThat(third.getInt(4) - second.getInt(4)).isBetween(160, 8 * 4000);
    assertThat(third.get(1)).isEqualTo((byte) 0x80);
    assertThat(fourth.getInt(4) - third.getInt(4)).isEqualTo(160);
    assertThat(fourth.getShort(2) & 0xffff).isEqualTo((sequence + 3) & 0xffff);
    assertThat(List.of(second.getInt(8), third.getInt(8))).containsOnly(first.getInt(8));
    session.close();
  }

  @Test
  void nothingIsSentWithoutAnAgreementNorToAPhoneOnHold() throws IOException {
    RtpSession session = open(loopback, false);
    session.send(audio(0));
    assertThat(session.codec()).isNull();
    agree(session, Direction.RECVONLY);
    session.send(audio(160));
    assertThat(session.counters().sent()).isZero();

    agree(session, Direction.SENDRECV);
    session.send(audio(320));

    assertThat(receive(phone).remaining()).isEqualTo(172);
    assertThat(session.codec()).isEqualTo(Codec.ULAW);
    session.close();
  }

  @Test
  void withComediaMediaGoesBackToWhereItCameFrom() throws IOException {
    RtpSession session = open(loopback, true);
    agree(session, Direction.SENDRECV);

    send(stranger, session, packet(0, 1, 160, tone(7)));
    await().until(() -> heard.size() == 1);
    session.send(audio(0));

    assertThat(receive(stranger).remaining()).isEqualTo(172);
    session.close();
  }

  @Test
  void withoutComediaMediaGoesToWhereItWasDescribed() throws IOException {
    RtpSession session = open(loopback, false);
    agree(session, Direction.SENDRECV);

    send(stranger, session, packet(0, 1, 160, tone(7)));
    await().until(() -> heard.size() == 1);
    session.send(audio(0));

    assertThat(receive(phone).remaining()).isEqualTo(172);
    session.close();
  }

  @Test
  void aHostThatIsNotThePhonesIsNotHeard() throws IOException {
    RtpSession session = open(InetAddress.getByName("192.0.2.1"), false);
    Agreement agreement =
        new Agreement("there", 4000, List.of(Codec.ULAW), 101, Direction.SENDRECV, 20);
    session.agree(agreement, new InetSocketAddress("192.0.2.1", 4000));

    send(stranger, session, packet(0, 1, 160, tone(7)));
    await().until(() -> session.counters().strange() == 1);

    assertThat(heard).isEmpty();
    session.close();
  }

  @Test
  void whenEveryPortIsTakenThereIsNoSession() {
    int port = phone.getLocalPort() > 60_000 ? 50_000 : phone.getLocalPort() + 100;
    RtpPorts two = ports(port, port + 4);
    RtpSession one = two.open(loopback, false).orElseThrow();
    RtpSession other = two.open(loopback, false).orElseThrow();

    assertThat(one.port() % 2).isZero();
    assertThat(other.port()).isNotEqualTo(one.port());
    assertThat(two.open(loopback, false)).isEmpty();

    one.close();
    await().until(() -> two.open(loopback, false).isPresent());
    other.close();
  }

  @Test
  void extensionsSourcesAndPaddingAreSteppedOver() throws IOException {
    RtpSession session = open(loopback, false);
    agree(session, Direction.SENDRECV);
    byte[] packet =
        ByteBuffer.allocate(12 + 4 + 8 + 3 + 2)
            .put((byte) 0xb1)
            .put((byte) 0)
            .putShort((short) 1)
            .putInt(160)
            .putInt(1)
            .putInt(99)
            .putShort((short) 0xbede)
            .putShort((short) 1)
            .putInt(0)
            .put(new byte[] {1, 2, 3})
            .put(new byte[] {0, 2})
            .array();

    send(phone, session, packet);
    await().until(() -> heard.size() == 1);

    assertThat(((Frame.Audio) heard.getFirst()).payload()).containsExactly(1, 2, 3);
    session.close();
  }

  @Test
  void damagedPacketsAreDroppedWithoutHarm() throws IOException {
    RtpSession session = open(loopback, false);
    agree(session, Direction.SENDRECV);
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      send(phone, session, noise);
    }
    await()
        .until(
            () -> {
              send(phone, session, packet(0, 1, 160, tone(7)));
              return heard.stream()
                  .anyMatch(f -> f instanceof Frame.Audio a && a.payload().length == 160);
            });
    session.close();
  }

  @Test
  void portsAreLentOnceAndComeBack() {
    RtpPorts few = ports(41_000, 41_007);
    List<RtpSession> all =
        List.of(
            few.open(loopback, true).orElseThrow(),
            few.open(loopback, true).orElseThrow(),
            few.open(loopback, true).orElseThrow(),
            few.open(loopback, true).orElseThrow());
    assertThat(all).extracting(RtpSession::port).doesNotHaveDuplicates();
    assertThat(few.open(loopback, true)).isEmpty();

    all.getFirst().close();

    await().until(() -> few.open(loopback, true).isPresent());
    assertThat(few.open(loopback, true)).isEmpty();
    all.forEach(RtpSession::close);
  }

  @Test
  void whatOneLegHearsIsSentToTheOtherWithAHeaderOfItsOwn() throws IOException {
    RtpSession one = open(loopback, false);
    agree(one, Direction.SENDRECV);
    RtpSession other = ports(20_000, 40_000).open(loopback, false).orElseThrow();
    Agreement alaw = new Agreement("there", 1, List.of(Codec.ALAW), 96, Direction.SENDRECV, 20);
    other.agree(alaw, new InetSocketAddress(loopback, stranger.getLocalPort()));
    Relay.connect(one, other);
    List<Character> pressed = new CopyOnWriteArrayList<>();
    one.keys(KeyMode.RFC2833, pressed::add, key -> {});

    send(phone, one, packet(0, 1, 160, tone(7)));
    send(phone, one, packet(0x80 | 101, 2, 320, new byte[] {5, 10, 0, 80}));
    send(phone, one, packet(101, 3, 320, new byte[] {5, 10, 1, 64}));

    ByteBuffer audio = receive(stranger);
    assertThat(audio.remaining()).isEqualTo(172);
    assertThat(audio.get(1)).as("a talk spurt begins").isEqualTo((byte) (0x80 | 8));
    assertThat(audio.get(20))
        .isEqualTo(
            Transcoder.to(Codec.ALAW, new Frame.Audio(Codec.ULAW, tone(7), 0, false)).payload()[0]);
    ByteBuffer key = receive(stranger);
    assertThat(key.get(1)).isEqualTo((byte) (0x80 | 96));
    ByteBuffer again = receive(stranger);
    assertThat(again.get(1)).isEqualTo((byte) 96);
    assertThat(again.getInt(4)).isEqualTo(key.getInt(4));
    assertThat(again.getInt(8)).isEqualTo(audio.getInt(8)).isNotEqualTo(0x1234);
    assertThat(again.getShort(2)).isEqualTo((short) (audio.getShort(2) + 2));
    assertThat(pressed).containsExactly('5');
    one.close();
    other.close();
  }
}
