package org.ara.config.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.junit.jupiter.api.Test;

class OptionTableTest {

  private enum Transport {
    UDP,
    TCP_ONLY
  }

  private static final Option<Boolean> CACHE =
      Option.of("rtcachefriends", OptionTypes.yesNo())
          .defaultsTo(false)
          .since("1.2")
          .documented("Keep peers | friends.");
  private static final Option<Integer> PORT =
      Option.of("bindport", OptionTypes.port()).alias("port").defaultsTo(5060);
  private static final Option<Duration> EXPIRY =
      Option.of("maxexpiry", OptionTypes.duration(ChronoUnit.SECONDS, 1, 86400))
          .defaultsTo(Duration.ofHours(1));
  private static final Option<String> SECRET = Option.of("secret", OptionTypes.secret());
  private static final Option<Integer> PIN =
      Option.of("pin", OptionTypes.number(0, 9999).secret()).defaultsTo(1234);
  private static final Option<String> PERMIT = Option.of("permit", OptionTypes.text()).repeatable();
  private static final Option<String> DENY = Option.of("deny", OptionTypes.text()).repeatable();
  private static final Option<List<Transport>> TRANSPORT =
      Option.of("transport", OptionTypes.list(OptionTypes.constant(Transport.class)))
          .defaultsTo(List.of(Transport.UDP));
  private static final Option<Integer> STRATEGY =
      Option.of("strategy", OptionTypes.word(Map.of("ringall", 0))).defaultsTo(0);
  private static final Option<String> VIDEO =
      Option.unsupported("videosupport", "there is no video");
  private static final OptionTable TABLE =
      OptionTable.of(CACHE, PORT, EXPIRY, SECRET, PIN, PERMIT, DENY, TRANSPORT, STRATEGY, VIDEO);

  @Test
  void valuesAreTypedAndDefaultsHoldWhereNothingIsSet() {
    OptionValues values =
        read("RTcacheFriends=ON", "port=5070", "secret=x", "transport=udp, tcp-only");

    assertThat(values.problems()).isEmpty();
    assertThat(values.get(CACHE)).isTrue();
    assertThat(values.get(PORT)).isEqualTo(5070);
    assertThat(values.get(EXPIRY)).isEqualTo(Duration.ofHours(1));
    assertThat(values.find(SECRET)).contains("x");
    assertThat(values.get(TRANSPORT)).containsExactly(Transport.UDP, Transport.TCP_ONLY);
    assertThat(read().find(SECRET)).isEmpty();
    assertThatThrownBy(() -> read().get(SECRET)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBadValueIsAWarningNamingThePlaceAndTheDefaultHolds() {
    OptionValues values = read("rtcachefriends=maybe", "bindport=70000", "strategy=rigall");

    assertThat(values.problems())
        .map(Object::toString)
        .containsExactly(
            "sip.conf:1: [general] rtcachefriends: 'maybe' is not yes or no; no holds",
            "sip.conf:2: [general] bindport: '70000' is not a port (0-65535); 5060 holds",
            "sip.conf:3: [general] strategy: 'rigall' is not one of ringall; ringall holds");
    assertThat(values.get(CACHE)).isFalse();
    assertThat(values.get(PORT)).isEqualTo(5060);
  }

  @Test
  void anUnknownOptionIsAWarningThatNamesTheClosestKnownOne() {
    assertThat(read("rtcachefreinds=yes", "zzz=1").problems())
        .map(Object::toString)
        .containsExactly(
            "sip.conf:1: [general] rtcachefreinds: unknown option, ignored;"
                + " did you mean 'rtcachefriends'?",
            "sip.conf:2: [general] zzz: unknown option, ignored");
  }

  @Test
  void anOptionWithoutEffectIsAWarningThatSaysWhy() {
    assertThat(read("videosupport=yes").problems())
        .map(Object::toString)
        .containsExactly(
            "sip.conf:1: [general] videosupport: has no effect here: there is no video");
  }

  @Test
  void aSecretIsNeverPrinted() {
    OptionValues values = read("pin=hunter2", "secret=hunter2");

    assertThat(values.problems().toString()).contains("pin: the value is not");
    assertThat(values.problems().toString() + values.settings()).doesNotContain("hunter2", "1234");
  }

  @Test
  void theLastOfSeveralCountsAndRepeatableOnesKeepTheirOrder() {
    OptionValues values =
        read("deny=all", "port=1", "permit=10.0.0.0/8", "bindport=2", "permit=192.168.0.0/16");

    assertThat(values.get(PORT)).isEqualTo(2);
    assertThat(values.all(PERMIT)).containsExactly("10.0.0.0/8", "192.168.0.0/16");
    assertThat(values.settings())
        .map(Object::toString)
        .startsWith("deny = all", "bindport = 1", "permit = 10.0.0.0/8");
  }

  @Test
  void aPeersValuesStandOverThoseOfGeneral() {
    OptionValues general = read("port=5070", "permit=a", "rtcachefriends=yes");
    OptionValues peer = read("port=5080", "permit=b").over(general);

    assertThat(peer.get(PORT)).isEqualTo(5080);
    assertThat(peer.get(CACHE)).isTrue();
    assertThat(peer.all(PERMIT)).containsExactly("b");
  }

  @Test
  void aRowIsReadByTheSameTableWithoutComplaintsAboutForeignColumns() {
    Origin row = new Origin("pgsql sippeers", 0);
    OptionValues values =
        TABLE.read(
            "name='bob'",
            List.of(new Variable("id", "7", row), new Variable("port", "abc", row)),
            OptionTable.Unknown.IGNORED);

    assertThat(values.problems())
        .map(Object::toString)
        .containsExactly(
            "pgsql sippeers: name='bob' port: 'abc' is not a port (0-65535); 5060 holds");
  }

  @Test
  void aNameCannotBeDeclaredTwice() {
    assertThatThrownBy(() -> OptionTable.of(PORT, Option.of("PORT", OptionTypes.text())))
        .hasMessageContaining("'PORT' is declared twice");
  }

  @Test
  void theReferencePageComesFromTheTable() {
    assertThat(ReferencePage.markdown(OptionTable.of(CACHE, PORT, PERMIT, VIDEO)))
        .isEqualTo(
            """
            | Option | Values | Default | Since | Meaning |
            |---|---|---|---|---|
            | `rtcachefriends` | yes or no | `no` | 1.2 | Keep peers \\| friends. |
            | `bindport`, `port` | a port (0-65535) | `5060` |  |  |
            | `permit` | a text, repeatable |  |  |  |
            | `videosupport` |  |  |  | No effect here: there is no video |
            """);
  }

  private static OptionValues read(String... lines) {
    List<Variable> variables = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      Origin origin = new Origin("sip.conf", variables.size() + 1);
      variables.add(new Variable(parts[0], parts[1], origin));
    }
    return TABLE.read(new Category("general", false, variables, Origin.BUILT_IN));
  }
}
