package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ara.module.ModuleException;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.DialRequest;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.pbx.media.Codec;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the line of an endpoint: calls over its connection, and word of its messages. */
class EndpointLineTest extends CallFixture {

  private RawPhone eve;

  @BeforeEach
  @Override
  void start() throws ModuleException, IOException {
    super.start();
    driver.table.map("ps_endpoints", "ps_auths", "ps_aors", "ps_contacts");
    driver.table.insert("id", "secret of eve", "username", "eve", "password", "s3cret");
    driver.table.insert(
        "id",
        "eve",
        "aors",
        "eve,desk",
        "auth",
        "secret of eve",
        "max_contacts",
        "1",
        "name",
        "(eve)");
    driver.table.insert("id", "desk", "name", "(desk)");
    driver.write("tcpenable=yes\ntcpbindaddr=127.0.0.1:0\n", "");
    driver.reload();
    eve = new RawPhone(driver.port(), "eve");
  }

  @AfterEach
  void hangUp() {
    eve.close();
  }

  private static String receive(RawPhone phone, String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  private static String register(RawPhone from, int seconds) {
    String headers = from.contact() + "Expires: " + seconds + "\r\n";
    return from.authenticated("REGISTER", "127.0.0.1", "s3cret", headers, "");
  }

  private Channel call(String resource) {
    DialRequest request =
        new DialRequest(resource, null, new CallerId("Ann", "100"), List.of(Codec.ULAW), Map.of());
    Requested requested = driver.exchange.pbx().driver("PJSIP").orElseThrow().request(request);
    assertThat(requested).isInstanceOf(Requested.Ready.class);
    Channel channel = ((Requested.Ready) requested).channel();
    channel.leg().call();
    return channel;
  }

  @Test
  void aCallGoesOverTheConnectionThatTheContactRegisteredOn() throws IOException {
    try (StreamLine line = StreamLine.tcp(driver.port(Protocol.TCP))) {
      RawPhone tcp = new RawPhone(line, "eve");
      assertThat(register(tcp, 600)).startsWith("SIP/2.0 200").contains(";expires=600");
      Channel channel = call("eve");
      assertThat(channel.name()).startsWith("PJSIP/eve-");
      assertThat(receive(tcp, "INVITE"))
          .contains("Via: SIP/2.0/TCP 127.0.0.1:" + driver.port(Protocol.TCP));
    }
  }

  private String notified() {
    String notify = receive(eve, "NOTIFY");
    eve.send(reply(notify, "200 OK", "", ""));
    return notify;
  }

  @Test
  void aContactIsToldOfTheMessagesOfItsEndpoint() {
    driver.table.set("(eve)", "mailboxes", "11@office");
    assertThat(register(eve, 600)).startsWith("SIP/2.0 200");
    assertThat(notified()).contains("Voice-Message: 0/0");
    driver.mailboxes.tell("11@office", new MessageCount(2, 1));
    assertThat(notified()).contains("Messages-Waiting: yes\r\n", "Voice-Message: 2/1");
  }

  @Test
  void thoseOfAnAddressOfRecordAreToldToWhoAsks() {
    String headers = eve.contact() + "Event: message-summary\r\nExpires: 600\r\n";
    assertThat(eve.authenticated("SUBSCRIBE", "desk@127.0.0.1", "s3cret", headers, ""))
        .startsWith("SIP/2.0 404");
    driver.table.set("(desk)", "mailboxes", "12");
    assertThat(eve.authenticated("SUBSCRIBE", "desk@127.0.0.1", "s3cret", headers, ""))
        .startsWith("SIP/2.0 200");
    assertThat(notified()).contains("Voice-Message: 0/0");
    driver.mailboxes.tell("12", new MessageCount(0, 5));
    assertThat(notified()).contains("Voice-Message: 0/5");
  }
}
