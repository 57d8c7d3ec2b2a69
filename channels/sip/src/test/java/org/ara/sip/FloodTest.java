package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.ara.module.ModuleException;
import org.ara.module.manager.SecurityLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Many requests, and many guesses, from one address. */
class FloodTest {

  private static final int UNPROVEN = 5;
  private static final int FAILURES = 3;

  private RunningDriver driver;
  private RawPhone phone;
  private RawPhone stranger;

  @BeforeEach
  void start() throws ModuleException {
    driver = new RunningDriver("maxunproven=" + UNPROVEN + "\nmaxfailures=" + FAILURES + "\n", "");
    driver.table.insert("name", "bob", "secret", "s3cret", "host", "dynamic", "port", "0");
    phone = new RawPhone(driver.port(), "bob");
    stranger = new RawPhone(driver.port(), "nobody");
  }

  @AfterEach
  void stop() {
    phone.close();
    stranger.close();
    driver.close();
  }

  private String ask() {
    stranger.send(stranger.request("REGISTER", "127.0.0.1", stranger.contact(), ""));
    return stranger.answer();
  }

  private String guess() {
    return stranger.authenticated("REGISTER", "127.0.0.1", "guess", stranger.contact(), "");
  }

  private String register() {
    return phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact(), "");
  }

  @Test
  void whoeverAsksTooOftenIsChallengedWithoutALookup() {
    driver.table.goAway(true);

    List<String> answers = Stream.generate(this::ask).limit(20 * UNPROVEN).toList();

    assertThat(answers.subList(0, UNPROVEN)).allMatch(a -> a.startsWith("SIP/2.0 503"));
    assertThat(answers.subList(15 * UNPROVEN, 20 * UNPROVEN))
        .filteredOn(a -> a.startsWith("SIP/2.0 401"))
        .hasSizeGreaterThan(UNPROVEN);
    driver.table.goAway(false);
    assertThat(register()).startsWith("SIP/2.0 200");
  }

  @Test
  void theChallengeWithoutALookupIsTheSameForAll() {
    String looked = ask();
    Stream.generate(this::ask).limit(4 * UNPROVEN).forEach(answer -> {});
    String unlooked = ask();
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    String known = phone.answer();

    assertThat(shape(looked)).isEqualTo(shape(unlooked)).isEqualTo(shape(known));
  }

  private static List<String> shape(String answer) {
    return answer
        .replaceAll("nonce=\"[^\"]*\"", "")
        .replaceAll("tag=[^;\r\n]*", "")
        .replaceAll("branch=[^;\r\n]*", "")
        .lines()
        .filter(line -> !line.matches("(?i)(From|To|Via|Call-ID|CSeq|Contact):.*"))
        .toList();
  }

  @Test
  void whoeverGuessesIsToldToComeLaterAndOthersAreNot() {
    assertThat(register()).startsWith("SIP/2.0 200");

    List<String> answers = Stream.generate(this::guess).limit(3 * FAILURES).toList();

    assertThat(answers.subList(0, FAILURES)).allMatch(a -> a.startsWith("SIP/2.0 403"));
    assertThat(answers.getLast()).startsWith("SIP/2.0 503").contains("Retry-After: 5\r\n");
    assertThat(register()).startsWith("SIP/2.0 200");
  }

  @Test
  void anInviteThatIsChallengedAtOnceIsNotSentAgainAndItsAckHarmsNobody() {
    Stream.generate(this::ask).limit(4 * UNPROVEN).forEach(answer -> {});

    stranger.send(stranger.request("INVITE", "100@127.0.0.1", stranger.contact(), ""));
    String challenge = stranger.answer();
    stranger.send(stranger.ack("100@127.0.0.1", challenge));
    stranger.send(stranger.request("OPTIONS", "127.0.0.1", "", ""));

    assertThat(challenge).startsWith("SIP/2.0 401");
    assertThat(stranger.answer()).startsWith("SIP/2.0 200");
  }

  @Test
  void whoTriesIsToldToTheLogOfSecurityWithoutThePasswordAndNotForEver() {
    Logger logger = (Logger) LoggerFactory.getLogger("security.SecurityLog");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    driver.board.watch(new SecurityLog());
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    try {
      phone.authenticated("REGISTER", "127.0.0.1", "guess", phone.contact(), "");
      Stream.generate(this::guess).limit(20).forEach(answer -> {});
    } finally {
      logger.setLevel(null);
      logger.detachAppender(log);
    }

    List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).hasSizeBetween(10, 15).noneMatch(line -> line.contains("guess"));
    assertThat(lines.getFirst())
        .startsWith("SecurityEvent=\"ChallengeResponseFailed\",EventTV=\"")
        .contains("Service=\"SIP\"", "AccountID=\"bob\"")
        .contains("RemoteAddress=\"IPV4/UDP/127.0.0.1/" + phone.port() + "\"");
    assertThat(lines.get(1)).startsWith("SecurityEvent=\"InvalidAccountID\"");
    assertThat(lines.getLast()).startsWith("SecurityEvent=\"RequestNotAllowed\"");
  }
}
