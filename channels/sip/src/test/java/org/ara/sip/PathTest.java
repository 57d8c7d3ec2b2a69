package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.ara.module.ModuleException;
import org.ara.pbx.Channel;
import org.junit.jupiter.api.Test;

class PathTest extends CallFixture {

  private String register(String extra) {
    return phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact() + extra, "");
  }

  private static String path(RawPhone proxy) {
    return "<sip:edge@127.0.0.1:" + proxy.port() + ";lr>";
  }

  @Test
  void aPhoneBehindAProxyIsCalledAndAskedThroughIt() throws ModuleException {
    driver.write("rtsavepath=yes", "");
    driver.reload();
    driver.table.set("bob", "supportpath", "yes");
    driver.table.set("bob", "path", "");
    driver.table.set("bob", "qualify", "yes");
    try (RawPhone proxy = new RawPhone(driver.port(), "edge")) {
      String answer =
          register(
              "Supported: path\r\nRequire: path\r\nPath: "
                  + path(proxy)
                  + "\r\nPath: <sip:192.0.2.9;lr>\r\n");
      assertThat(answer).startsWith("SIP/2.0 200");
      assertThat(RawPhone.headers(answer, "Path"))
          .containsExactly(path(proxy) + ",<sip:192.0.2.9;lr>");
      assertThat(driver.table.row("bob"))
          .containsEntry("path", (path(proxy) + ",<sip:192.0.2.9;lr>").replace(";", "^3B"));

      String options = proxy.receive();
      assertThat(options).startsWith("OPTIONS sip:bob@127.0.0.1:" + phone.port());
      assertThat(RawPhone.headers(options, "Route"))
          .containsExactly(path(proxy), "<sip:192.0.2.9;lr>");
      proxy.send(reply(options, "200 OK", "", ""));

      Channel channel = ready("bob");
      channel.leg().call();
      String invite = proxy.receive();
      while (!invite.startsWith("INVITE")) {
        invite = proxy.receive();
      }
      assertThat(invite).startsWith("INVITE sip:bob@127.0.0.1:" + phone.port() + ";ob SIP/2.0");
      assertThat(RawPhone.headers(invite, "Route"))
          .containsExactly(path(proxy), "<sip:192.0.2.9;lr>");
    }
  }

  @Test
  void whoMayNotStayOnTheWayIsToldSoOrPassedOver() {
    assertThat(register("Require: path\r\nPath: <sip:192.0.2.9;lr>\r\n"))
        .startsWith("SIP/2.0 420")
        .contains("Unsupported: path\r\n");
    String answer = register("Path: <sip:192.0.2.9;lr>\r\n");
    assertThat(answer).startsWith("SIP/2.0 200").doesNotContain("Path:");
    assertThat(driver.table.row("bob")).doesNotContainKey("path");

    driver.table.set("bob", "supportpath", "yes");
    assertThat(register("Path: tel:110\r\n")).startsWith("SIP/2.0 400");
  }
}
