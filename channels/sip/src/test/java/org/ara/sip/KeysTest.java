package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.KeyTones;
import org.junit.jupiter.api.Test;

/** Keys on their way through the server: 600 sends whatever it hears back. */
class KeysTest extends CallFixture {

  private static final String EVENTS = "a=rtpmap:101 telephone-event/8000\r\n";

  private String talk(String mode, String offer) {
    driver.table.insert(
        "name",
        "keys",
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(phone.port()),
        "insecure",
        "port,invite",
        "dtmfmode",
        mode);
    String invite = phone.request("INVITE", "600@127.0.0.1", phone.contact(), offer);
    phone.send(invite.replace("sip:bob@", "sip:someone@"));
    String answer = phone.answer();
    assertThat(answer).startsWith("SIP/2.0 200");
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    return answer;
  }

  private String press(String answer, int number, String type, String body) {
    phone.send(inDialog("INFO", answer, number, body).replace("application/sdp", type));
    return phone.answer();
  }

  private ByteBuffer packet() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[500], 500);
    media.receive(packet);
    return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
  }

  @Test
  void aKeyInAnInfoGoesOnAsTelephoneEvents() throws IOException {
    String answer = talk("rfc2833", sdp("0 101") + EVENTS);
    assertThat(press(answer, 10, "application/dtmf-relay", "Signal=5\r\nDuration=160\r\n"))
        .startsWith("SIP/2.0 200");
    ByteBuffer first = packet();
    assertThat(first.remaining()).isEqualTo(16);
    assertThat(first.get(1)).isEqualTo((byte) (0x80 | 101));
    assertThat(first.get(12)).isEqualTo((byte) 5);
    ByteBuffer last = packet();
    for (int i = 0; i < 6; i++) {
      last = packet();
    }
    assertThat(last.get(13)).as("the end").isNegative();
    assertThat(last.getInt(4)).isEqualTo(first.getInt(4));
    assertThat(driver.exchange.heard).contains(new Signal.Digit('5'));
  }

  @Test
  void aKeyGoesByInfoToWhoWantsThat() {
    String answer = talk("info", sdp("0 101") + EVENTS);
    assertThat(answer).doesNotContain("telephone-event");
    phone.send(inDialog("INFO", answer, 10, "7").replace("application/sdp", "application/dtmf"));
    String next = phone.answer();
    String info = next.startsWith("INFO") ? next : phone.answer();
    assertThat(info)
        .startsWith("INFO")
        .contains("Content-Type: application/dtmf-relay", "Signal=7\r\n");
    phone.send(reply(info, "200 OK", "", ""));
  }

  @Test
  void theSoundOfAKeyIsHeardAndGoesOnAsSound() throws IOException {
    String answer = talk("inband", sdp("0"));
    KeyTones tones = KeyTones.of('#');
    for (int i = 0; i < 5; i++) {
      byte[] payload = tones.next(Codec.ULAW);
      byte[] packet =
          ByteBuffer.allocate(172)
              .put((byte) 0x80)
              .put((byte) 0)
              .putShort((short) i)
              .putInt(160 * i)
              .putInt(9)
              .put(payload)
              .array();
      media.send(
          new DatagramPacket(packet, 172, InetAddress.getLoopbackAddress(), mediaPort(answer)));
    }
    await().until(() -> driver.exchange.heard.contains(new Signal.Digit('#')));
    byte[] expected = KeyTones.of('#').next(Codec.ULAW);
    ByteBuffer echoed = packet();
    byte[] payload = new byte[160];
    while (!Arrays.equals(payload, expected)) {
      echoed.get(12, payload);
      echoed = packet();
    }
    assertThat(echoed.remaining()).isEqualTo(172);
  }
}
