package org.ara.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.Test;

class DemoTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Screen screen =
      new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false);

  @Test
  void everyStepHoldsAndItsLinesAreShortAndPlain() throws Exception {
    List<Step.Result> results = new ArrayList<>();
    try (DemoServer demo = DemoServer.start();
        SecondConnection sql = new SecondConnection(demo.database(), screen);
        Story story = new Story(screen, sql, demo.address())) {
      for (Step step : story.steps()) {
        results.add(step.run(results.size() + 1, screen));
      }
      results.forEach(screen::summary);
      assertThat(story.violations()).isEmpty();
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(results).hasSize(7).as(text).allMatch(Step.Result::held);
    assertThat(text).contains("sql> DELETE FROM sippeers").doesNotContain("\033");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aVisitorsPhoneWorksAsPrinted() throws Exception {
    try (DemoServer demo = DemoServer.start();
        SecondConnection sql = new SecondConnection(demo.database(), screen)) {
      Invitation invitation = new Invitation(demo);
      invitation.prepare(sql);
      invitation.print(screen);
      String text = printed.toString(StandardCharsets.UTF_8);
      String password = text.lines().filter(line -> line.contains("password")).toList().getFirst();
      PhoneAccount account =
          PhoneAccount.of("me", password.replace("password", "").strip(), demo.address());
      try (SipPhone phone = SipPhone.open(account)) {
        assertThat(phone.register().accepted()).isTrue();
        Tone tone = new Tone(440);
        phone.call("100").awaitAnswer().say(tone).awaitTone(tone);
      }
      assertThat(text).contains("port " + demo.address().getPort(), demo.database().toString());
    }
  }

  @Test
  void aTakenStandardPortIsLeftAloneAndNothingStaysBehind() throws Exception {
    Path home;
    try (DatagramSocket other = standardPort();
        DemoServer demo = DemoServer.start()) {
      home = demo.home();
      assertThat(other.isClosed()).isFalse();
      assertThat(demo.address().getPort()).isNotEqualTo(DemoServer.STANDARD_PORT);
      assertThat(demo.server().failures()).isEmpty();
    }
    assertThat(Files.exists(home)).isFalse();
  }

  /** Takes the standard port, unless another program has it already. */
  private static DatagramSocket standardPort() throws SocketException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      return new DatagramSocket(new InetSocketAddress(loopback, DemoServer.STANDARD_PORT));
    } catch (SocketException taken) {
      return new DatagramSocket(new InetSocketAddress(loopback, 0));
    }
  }

  @Test
  void aStepThatFailsSaysWhyAndIsCounted() {
    Step step =
        new Step(
            "something",
            () -> {
              throw new Disappointment("the row was not there\nand more");
            });
    Step.Result result = step.run(1, screen);
    assertThat(result.held()).isFalse();
    assertThat(result.seen()).isEqualTo("the row was not there");
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("and more").contains("failed");
  }
}
