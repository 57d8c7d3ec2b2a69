package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.junit.jupiter.api.Test;

class OutsideTest extends CallFixture {

  private void general(String lines) throws ModuleException {
    driver.write(lines, "");
    driver.reload();
  }

  private String called() {
    register();
    Channel channel = ready("bob");
    channel.leg().call();
    return phone.answer();
  }

  @Test
  void whoIsBeyondOurNatIsToldTheAddressThere() throws ModuleException {
    general("externaddr=198.51.100.1:5999\nlocalnet=10.0.0.0/8\nlocalnet=192.168.0.0/16");
    String answer = invite("600", sdp("0"));
    assertThat(RawPhone.headers(answer, "Contact")).containsExactly("<sip:600@198.51.100.1:5999>");
    assertThat(answer).contains("c=IN IP4 198.51.100.1\r\n").doesNotContain("IP4 127.0.0.1");
    phone.send(phone.ack("600@127.0.0.1", answer));
  }

  @Test
  void callsToThemAreFromTheAddressThere() throws ModuleException {
    general("externip=198.51.100.1\nlocalnet=10.0.0.0/8");
    String invite = called();
    String here = "198.51.100.1:" + driver.port();
    assertThat(RawPhone.headers(invite, "Via").getFirst()).startsWith("SIP/2.0/UDP " + here + ";");
    assertThat(RawPhone.headers(invite, "Contact").getFirst()).contains("@" + here);
    assertThat(RawPhone.headers(invite, "From").getFirst()).contains("@198.51.100.1");
    assertThat(invite).contains("c=IN IP4 198.51.100.1\r\n");
  }

  @Test
  void neighboursAreToldTheAddressHere() throws ModuleException {
    for (String near : List.of("", "localnet=127.0.0.0/255.0.0.0")) {
      general("externaddr=198.51.100.1\n" + near);
      String answer = invite("600", sdp("0"));
      assertThat(answer).doesNotContain("198.51.100.1").contains("c=IN IP4 127.0.0.1");
      phone.send(phone.ack("600@127.0.0.1", answer));
      phone.close();
      phone = new RawPhone(driver.port(), "bob");
    }
  }

  @Test
  void theAddressMayHaveAName() throws ModuleException {
    general("externhost=localhost:5998\nlocalnet=10.0.0.0/8");
    assertThat(RawPhone.headers(invite("600", sdp("0")), "Contact").getFirst()).contains(":5998>");
    general("externaddr=not.an.address");
    assertThat(driver.problems)
        .extracting(Object::toString)
        .anyMatch(problem -> problem.contains("externaddr: 'not.an.address' is no address"));
  }

  @Test
  void mediaMayComeToAnAddressOfItsOwnAndSessionsHaveNames() throws ModuleException {
    general(
        "media_address=203.0.113.5\nsdpsession=Our PBX\nsdpowner=root\ntos_audio=ef\ntos_sip=cs3");
    String answer = invite("600", sdp("0"));
    assertThat(answer)
        .contains("c=IN IP4 203.0.113.5\r\n", "s=Our PBX\r\n", "o=root ")
        .contains("Contact: <sip:600@127.0.0.1:" + driver.port());
  }

  @Test
  void headersMayHaveTheirShortNames() throws ModuleException {
    general("compactheaders=yes");
    phone.send(phone.request("OPTIONS", "127.0.0.1", "", ""));
    assertThat(phone.answer())
        .startsWith("SIP/2.0 200")
        .contains("\r\nv: SIP/2.0/UDP ", "\r\nf: ", "\r\nt: ", "\r\ni: ", "\r\nl: 0\r\n")
        .contains("\r\nk: ", "\r\nAllow: ")
        .doesNotContain("Via:", "Content-Length:");
  }

  @Test
  void numbersOfCallersLoseWhatIsOnlyThereToBeRead() throws ModuleException {
    driver.table.set("bob", "callerid", "Bob <+1 (555) 123-45.67>");
    invite("600", sdp("0"));
    assertThat(newest().callerId().number()).isEqualTo("+15551234567");
    general("shrinkcallerid=no");
    try (RawPhone other = new RawPhone(driver.port(), "bob")) {
      String to = "600@127.0.0.1";
      other.authenticated("INVITE", to, "s3cret", other.contact(), sdp("0"));
      assertThat(newest().callerId().number()).isEqualTo("+1 (555) 123-45.67");
    }
  }

  private Channel newest() {
    return List.copyOf(driver.exchange.pbx().channels()).getLast();
  }

  @Test
  void whoMayNotGoOnDiallingIsToldThatThereIsNoSuchNumber() {
    driver.table.set("bob", "allowoverlap", "no");
    assertThat(invite("7", sdp("0"))).startsWith("SIP/2.0 404");
    driver.table.set("bob", "allowoverlap", "yes");
    assertThat(invite("7", sdp("0"))).startsWith("SIP/2.0 484");
  }

  @Test
  void nobodyRegistersAtTheAddressOfATrunkWhereThatIsNotWanted() throws ModuleException {
    String trunk = "[trunk]\ntype=peer\nhost=127.0.0.1\n";
    driver.write("dynamic_exclude_static=yes", trunk);
    driver.reload();
    assertThat(phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact(), ""))
        .startsWith("SIP/2.0 603");
    driver.write("", trunk);
    driver.reload();
    register();
  }
}
