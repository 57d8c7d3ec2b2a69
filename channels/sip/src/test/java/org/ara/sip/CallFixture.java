package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.module.ModuleException;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.DialRequest;
import org.ara.pbx.media.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running driver, a phone that writes its messages by hand, and what a call of theirs needs. */
abstract class CallFixture {

  RunningDriver driver;
  RawPhone phone;
  DatagramSocket media;

  @BeforeEach
  void start() throws ModuleException, IOException {
    driver = new RunningDriver("", "");
    phone = new RawPhone(driver.port(), "bob");
    media = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    media.setSoTimeout(10_000);
    driver.table.insert("name", "bob", "secret", "s3cret", "host", "dynamic", "regseconds", "0");
  }

  @AfterEach
  void stop() {
    phone.close();
    media.close();
    driver.close();
  }

  String sdp(String formats) {
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
        + media.getLocalPort()
        + " RTP/AVP "
        + formats
        + "\r\n";
  }

  String invite(String number, String body) {
    return phone.authenticated("INVITE", number + "@127.0.0.1", "s3cret", phone.contact(), body);
  }

  String inDialog(String method, String answer, int number, String body) {
    String to = RawPhone.headers(answer, "To").getFirst();
    return phone.request(method, "600@127.0.0.1", to, number, phone.contact(), body);
  }

  static int mediaPort(String answer) {
    Matcher matcher = Pattern.compile("m=audio ([0-9]+) ").matcher(answer);
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  Requested dial(String resource) {
    return driver
        .exchange
        .pbx()
        .driver("SIP")
        .orElseThrow()
        .request(
            new DialRequest(
                resource, null, new CallerId("Ann", "100"), List.of(Codec.ULAW), Map.of()));
  }

  Channel ready(String resource) {
    Requested requested = dial(resource);
    assertThat(requested).isInstanceOf(Requested.Ready.class);
    return ((Requested.Ready) requested).channel();
  }

  void register() {
    assertThat(phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact(), ""))
        .startsWith("SIP/2.0 200");
  }

  String reply(String invite, String status, String extra, String body) {
    StringBuilder out = new StringBuilder("SIP/2.0 " + status + "\r\n");
    for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      RawPhone.headers(invite, name)
          .forEach(
              value ->
                  out.append(name)
                      .append(": ")
                      .append(value)
                      .append(name.equals("To") && !value.contains(";tag") ? ";tag=t1" : "")
                      .append("\r\n"));
    }
    out.append(phone.contact()).append(extra);
    out.append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n");
    return out + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
