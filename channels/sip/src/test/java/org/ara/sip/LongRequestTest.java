package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ara.module.ModuleException;
import org.junit.jupiter.api.Test;

/** Calls whose INVITE is too long for a datagram, to a peer that is at the phone's port. */
class LongRequestTest extends CallFixture {

  private void trunk(String transports, int octets) throws ModuleException {
    driver.write(
        "tcpenable=yes\ntcpbindaddr=127.0.0.1:0",
        "[trunk]\ntype=peer\nhost=127.0.0.1\nport="
            + phone.port()
            + "\ntransport="
            + transports
            + "\nheader=X-Long: "
            + "x".repeat(octets)
            + "\n");
    driver.reload();
  }

  private ServerSocket listening() throws IOException {
    return new ServerSocket(phone.port(), 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void aLongInviteGoesOverTcp() throws ModuleException, IOException {
    trunk("udp,tcp", 1000);
    try (ServerSocket server = listening()) {
      ready("trunk").leg().call();
      try (RawPhone there = new RawPhone(new StreamLine("TCP", server.accept()), "there")) {
        String invite = there.receive();
        assertThat(invite).startsWith("INVITE sip:127.0.0.1:" + phone.port() + " SIP/2.0");
        assertThat(RawPhone.headers(invite, "Via").getFirst()).startsWith("SIP/2.0/TCP ");
        assertThat(RawPhone.headers(invite, "Contact").getFirst()).contains(";transport=tcp>");
        there.send(reply(invite, "486 Busy Here", "", ""));
        assertThat(there.receive()).startsWith("ACK");
      }
    }
  }

  @Test
  void whereNobodyTakesConnectionsItGoesOverUdp() throws ModuleException {
    trunk("udp,tcp", 1000);
    ready("trunk").leg().call();
    String invite = phone.receive();
    assertThat(RawPhone.headers(invite, "Via").getFirst()).startsWith("SIP/2.0/UDP ");
    assertThat(RawPhone.headers(invite, "Contact").getFirst()).doesNotContain("transport=");
    assertThat(RawPhone.headers(invite, "CSeq")).containsExactly("2 INVITE");
  }

  @Test
  void othersGoOverUdp() throws ModuleException, IOException {
    try (ServerSocket _ = listening()) {
      trunk("udp,tcp", 100);
      ready("trunk").leg().call();
      assertThat(phone.receive()).as("a short one").startsWith("INVITE").contains("SIP/2.0/UDP");
      trunk("udp", 1000);
      ready("trunk").leg().call();
      String next = phone.receive();
      while (!next.contains("x".repeat(1000))) {
        next = phone.receive();
      }
      assertThat(next).as("to who speaks no TCP").contains("SIP/2.0/UDP");
    }
  }
}
