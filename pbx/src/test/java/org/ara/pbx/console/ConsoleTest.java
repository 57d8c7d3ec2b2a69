package org.ara.pbx.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

  private static final List<String> CHANNELS = List.of("core", "show", "channels");

  @TempDir Path directory;
  private TestExchange exchange;

  @BeforeEach
  void load() {
    exchange =
        TestExchange.with(
            directory,
            """
            [phones]
            exten => 600,1,Answer()
            same => n,Echo()
            exten => 601,1,Dial(Test/200,20)
            """);
    exchange.phones().phone("200", TestLeg::rings);
  }

  @Test
  void applicationsAndFunctionsAreListedAndDescribed() {
    List<String> applications = exchange.console(List.of("core", "show", "applications"));
    assertThat(applications.getFirst()).isEqualTo("    -= Registered Asterisk Applications =-");
    assertThat(applications).anyMatch(line -> line.startsWith("                  Dial: "));
    assertThat(applications.getLast())
        .isEqualTo("    -= " + (applications.size() - 2) + " Applications Registered =-");
    assertThat(exchange.console(List.of("core", "show", "applications"), "like", "IAL"))
        .hasSize(3)
        .last()
        .isEqualTo("    -= 1 Applications Matching =-");
    assertThat(exchange.console(List.of("core", "show", "application"), "dIAL"))
        .startsWith("", "  -= Info about application 'Dial' =- ", "", "[Synopsis]")
        .contains("[Description]", "[Syntax]");
    assertThat(exchange.console(List.of("core", "show", "application"), "NoSuch"))
        .containsExactly("Your application(s) is (are) not registered");

    List<String> functions = exchange.console(List.of("core", "show", "functions"));
    assertThat(functions).anyMatch(line -> line.startsWith("GLOBAL                GLOBAL(name) "));
    assertThat(functions.getLast())
        .isEqualTo(functions.size() - 3 + " custom functions installed.");
    assertThat(exchange.console(List.of("core", "show", "function"), "GLOBAL"))
        .contains("[Syntax]", "GLOBAL(name)");
    assertThat(exchange.console(List.of("core", "show", "function"), "global"))
        .containsExactly("No function by that name registered.");
  }

  @Test
  void channelsAreListedInTheUsualLayout() {
    TestLeg caller = exchange.call("600").untilListenedTo();
    assertThat(exchange.console(CHANNELS))
        .containsExactly(
            "Channel                                                          "
                + "Location                         State   Application(Data)             ",
            "Test/100-00000000                                                "
                + "600@phones:2                     Up      Echo()                        ",
            "1 active channel",
            "1 active call",
            "1 call processed");
    assertThat(exchange.console(CHANNELS, "count"))
        .containsExactly("1 active channel", "1 active call", "1 call processed");
    assertThat(exchange.console(CHANNELS, "concise"))
        .singleElement()
        .asString()
        .matches("Test/100-00000000!phones!600!2!Up!Echo!!100!!!3!\\d+!!bar-\\d+\\.0");
    assertThat(exchange.console(CHANNELS, "verbose").getFirst())
        .isEqualTo(
            "Channel                                                                          "
                + "Context                  Extension                Prio State   Application  "
                + "Data                      CallerID        Duration Accountcode PeerAccount "
                + "BridgeID            ");
    assertThat(exchange.console(CHANNELS, "verbose").get(1))
        .startsWith("Test/100-00000000 ")
        .contains("phones                   600                         2 Up      Echo         ")
        .matches(".*\\(Empty\\) {19}100 {13}00:00:\\d\\d {45}");
    exchange.console(List.of("channel", "request", "hangup"), "all");
    exchange.untilGone(caller);
  }

  @Test
  void aDialledChannelHasNoLocation() {
    TestLeg caller = exchange.call("601").untilAsked("ringing");
    assertThat(exchange.console(CHANNELS))
        .element(2)
        .asString()
        .matches("Test/200-00000001 +\\(None\\) +Ringing AppDial\\(\\(Outgoing Line\\)\\) +");
    assertThat(exchange.console(CHANNELS)).contains("2 active channels", "1 active call");
    exchange.console(List.of("channel", "request", "hangup"), "Test/100-00000000");
    exchange.untilGone(caller);
    assertThat(exchange.console(List.of("core", "show", "calls")))
        .containsExactly("0 active calls", "1 call processed");
  }

  @Test
  void oneChannelIsShown() {
    TestLeg caller = exchange.call("600").untilListenedTo();
    assertThat(exchange.console(List.of("core", "show", "channel"), "Test/100-00000000"))
        .contains(" -- General --", "           Name: Test/100-00000000", "      Extension: 600");
    exchange.console(List.of("channel", "request", "hangup"), "all");
    exchange.untilGone(caller);
  }

  @Test
  void anUnknownChannelIsNamed() {
    assertThat(exchange.console(List.of("channel", "request", "hangup"), "SIP/x"))
        .containsExactly("SIP/x is not a known channel");
    assertThat(exchange.console(List.of("core", "show", "channel"), "SIP/x"))
        .containsExactly("SIP/x is not a known channel");
  }

  @Test
  void anUnknownFormPrintsNothing() {
    assertThat(exchange.console(CHANNELS, "tersely")).isEmpty();
  }
}
