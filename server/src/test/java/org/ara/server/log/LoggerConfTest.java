package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import org.ara.module.log.VerboseLog;
import org.ara.server.Answer;
import org.ara.server.AraServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code logger.conf} and the commands about the log do in a server. */
class LoggerConfTest {

  private static final Logger LOG = LoggerFactory.getLogger("org.ara.Something");
  private static final VerboseLog LIVE = new VerboseLog(LoggerConfTest.class);

  @TempDir Path home;
  private Path etc;
  private @Nullable AraServer server;

  @BeforeEach
  void configure() throws Exception {
    etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(etc.resolve("asterisk.conf"), "");
    Files.writeString(etc.resolve("modules.conf"), "[modules]\n");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void start(String loggerConf) throws Exception {
    write(loggerConf);
    server = AraServer.start(etc.resolve("asterisk.conf"));
  }

  private AraServer running() {
    return Objects.requireNonNull(server);
  }

  private void write(String loggerConf) throws IOException {
    Files.writeString(etc.resolve("logger.conf"), loggerConf);
  }

  private String log(String name) throws IOException {
    return Files.readString(home.resolve("log").resolve(name));
  }

  private String run(String command) {
    Answer answer = running().execute(command);
    assertThat(answer.succeeded()).as("%s: %s", command, answer.text()).isTrue();
    return answer.text();
  }

  private String refused(String command) {
    Answer answer = running().execute(command);
    assertThat(answer.succeeded()).as(command).isFalse();
    return answer.text();
  }

  @Test
  void everyFileGetsTheLevelsItNames() throws Exception {
    start(
        """
        [logfiles]
        messages => notice,warning,error
        full => [json]notice,warning,error,verbose(3)
        errors => error
        """);
    LOG.info("a notice");
    LOG.error("an error");
    LOG.debug("for those who debug");
    LIVE.tell(3, "step {}", 3);
    LIVE.tell(4, "step {}", 4);

    assertThat(log("messages")).contains("] NOTICE[Something] a notice\n", "] ERROR[Something]");
    assertThat(log("messages")).doesNotContain("step", "debug");
    assertThat(log("full")).contains("\"verbose\":3,", "\"message\":\"step 3\"}\n");
    assertThat(log("full")).doesNotContain("step 4", "debug");
    assertThat(log("errors").lines()).singleElement().asString().endsWith("an error");
  }

  @Test
  void withoutTheFileAProgramsOwnLoggingIsLeftAlone() throws Exception {
    server = AraServer.start(etc.resolve("asterisk.conf"));
    LOG.error("an error");
    assertThat(home.resolve("log/messages")).doesNotExist();
    assertThat(LOG.isInfoEnabled()).isFalse();
    assertThat(LIVE.isWatched(0)).isFalse();
  }

  @Test
  void withoutTheFileAServerThatIsAloneInItsProcessKeepsMessagesFromItsFirstOneOn()
      throws Exception {
    server = AraServer.startAlone(etc.resolve("asterisk.conf"));
    assertThat(log("messages")).contains("modules will be loaded.");
  }

  @Test
  void whatNobodyWantsIsNotEvenLookedAt() throws Exception {
    start("[logfiles]\nfull => error,verbose(2)\n");
    assertThat(LIVE.isWatched(2)).isTrue();
    assertThat(LIVE.isWatched(3)).isFalse();
    assertThat(LOG.isDebugEnabled()).isFalse();
    running().close();
    assertThat(LIVE.isWatched(0)).isFalse();
  }

  @Test
  void channelsAreListedWithTheirLevels() throws Exception {
    start(
        """
        [general]
        logger_queue_limit = 50
        [logfiles]
        messages => notice,warning,error
        full => [json]debug,verbose(3)
        console => warning,error
        """);
    run("logger add channel extra warning,error");
    assertThat(run("logger show channels"))
        .isEqualTo(
            """
            Logger queue limit: 50

            Channel                             Type     Formatter  Status    Configuration
            -------                             ----     ---------  ------    -------------
            LOG/messages                        File     default    Enabled    - NOTICE WARNING ERROR\s
            LOG/full                            File     json       Enabled    - DEBUG VERBOSE(3)\s
            LOG/extra                           File     default    Enabled    - WARNING ERROR\s
                                                Console  default    Enabled    - WARNING ERROR\s
            """
                .replaceAll(
                    "LOG/(\\w+) +", Matcher.quoteReplacement(home.resolve("log") + "/") + "$1 "));
    assertThat(run("logger show levels")).contains("     3  WARNING\n", "     5  VERBOSE\n");
  }

  @Test
  void aReloadIsPlannedAndThenAppliedAndKeepsWhatACommandAdded() throws Exception {
    start("[logfiles]\nmessages => notice\nfull => notice\n");
    run("logger add channel extra notice");
    write("[logfiles]\nmessages => notice,error\nnews => notice\n");

    assertThat(run("module reload --dry-run logger"))
        .contains(
            "~ channel messages: its levels or its format", "+ channel news", "- channel full");
    LOG.error("before");
    run("module reload logger");
    LOG.error("after");
    LOG.info("a notice");

    assertThat(log("messages")).contains("after").doesNotContain("before");
    assertThat(log("news")).contains("a notice");
    assertThat(log("extra")).contains("a notice");
    assertThat(log("full")).doesNotContain("a notice");
  }

  @Test
  void aConfigurationThatCannotBeUsedLeavesTheOldInForce() throws Exception {
    start("[logfiles]\nmessages => notice\n");
    write("[logfiles\nmessages => error\n");
    assertThat(refused("logger reload")).startsWith("Failed to reload the logger\n");
    assertThat(refused("logger rotate"))
        .startsWith("Failed to reload the logger and rotate log files\n");
    LOG.info("goes on");
    assertThat(log("messages")).contains("goes on");
  }

  @Test
  void anotherFileMayBeTakenForOnce() throws Exception {
    start("[logfiles]\nmessages => notice\n");
    Files.writeString(etc.resolve("loud.conf"), "[logfiles]\nloud => notice\n");
    run("logger reload loud.conf");
    LOG.info("heard");
    assertThat(log("loud")).contains("heard");
    assertThat(refused("logger reload ../asterisk.conf")).contains("is not the name of a file");
    assertThat(refused("logger reload nosuch.conf")).contains("nosuch.conf: there is no such file");
  }

  @Test
  void rotatingStartsNewFiles() throws Exception {
    start("[general]\nrotatestrategy = rotate\n[logfiles]\nmessages => notice\n");
    LOG.info("old");
    assertThat(run("logger rotate")).isEmpty();
    LOG.info("new");
    assertThat(log("messages.0")).contains("old").doesNotContain("new");
    assertThat(log("messages")).contains("new").doesNotContain("old");
  }

  @Test
  void aChannelIsAddedAndRemovedWhileTheServerRuns() throws Exception {
    start("[logfiles]\nmessages => notice\n");
    assertThat(run("logger add channel trace verbose(5)")).isEmpty();
    assertThat(refused("logger add channel trace notice"))
        .startsWith("Logger channel 'trace' already exists\n");
    LIVE.tell(5, "deep");
    assertThat(log("trace")).contains("deep");
    assertThat(run("logger remove channel trace"))
        .isEqualTo("Removed dynamic logger channel 'trace'\n");
    assertThat(refused("logger remove channel messages"))
        .startsWith("Unable to find dynamic logger channel 'messages'\n");
    assertThat(refused("logger add channel x loud")).contains("'loud' is no level");
  }

  @Test
  void noFileLeadsOutOfTheLogDirectory() throws Exception {
    start("[logfiles]\n../etc/sip.conf => notice\n" + home.resolve("x") + " => notice\n");
    LOG.info("a notice");
    assertThat(etc.resolve("sip.conf")).doesNotExist();
    assertThat(home.resolve("x")).doesNotExist();
    for (String name : new String[] {"../etc/sip.conf", "/etc/cron.d/x", "a/../../y", ".", "x/"}) {
      assertThat(refused("logger add channel " + name + " notice")).contains("cannot be made: ");
    }
    run("logger add channel " + home.resolve("log/sub/inside") + " notice");
    LOG.info("another");
    assertThat(log("sub/inside")).contains("another");
  }

  @Test
  void debugIsSetForAllOrForOnePart() throws Exception {
    start("[logfiles]\nfull => debug\n");
    Logger sip = LoggerFactory.getLogger("org.ara.sip.Anything");
    assertThat(run("core set debug 2")).isEqualTo("Core debug was OFF and is now 2.\n");
    assertThat(run("core set debug atleast 1")).isEqualTo("Core debug is still 2.\n");
    LOG.debug("looked into");
    assertThat(run("core set debug off")).isEqualTo("Core debug was 2 and is now OFF.\n");
    LOG.debug("no more");
    assertThat(run("core set debug 3 sip"))
        .isEqualTo("Core debug was 0 and has been set to 3 for 'sip'.\n");
    sip.debug("of SIP");
    LOG.debug("of others");
    run("core set debug off sip");
    sip.debug("over");

    assertThat(log("full"))
        .contains("looked into", "of SIP")
        .doesNotContain("no more", "of others", "over");
  }

  @Test
  void whoAsksForDebugMessagesThatNobodyTakesIsToldSo() throws Exception {
    start("[logfiles]\nmessages => notice\nconsole => notice\n");
    assertThat(run("core set debug 1").lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("Nobody takes messages of level debug");
    run("core set debug off");
    run("logger add channel trace debug");
    assertThat(run("core set debug 1").lines()).hasSize(1);
  }

  @Test
  void linesGoToSyslogWithFacilityAndSeverity() throws Exception {
    try (DatagramSocket syslog = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      start(
          "[general]\nsyslogaddress = 127.0.0.1:"
              + syslog.getLocalPort()
              + "\n[logfiles]\nsyslog.local0 => warning,error\n");
      LOG.warn("to syslog");
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      syslog.receive(packet);

      assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
          .matches(
              "<132>\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d asterisk\\[\\d+]: .*WARNING.* to syslog");
      assertThat(run("logger show channels"))
          .contains("syslog.local0                       Syslog");
    }
  }
}
