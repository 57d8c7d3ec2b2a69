package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.ara.module.ModuleException;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.Search;
import org.ara.realtime.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredExtensionsTest {

  private static final String CAROL = "[carol]\ntype=friend\nhost=dynamic\nsecret=c\n";

  private RunningDriver driver;
  private RawPhone bob;

  @BeforeEach
  void start() throws ModuleException {
    driver = new RunningDriver("regcontext=regs&others", CAROL);
    bob = new RawPhone(driver.port(), "bob");
    driver.table.insert("name", "bob", "secret", "s", "host", "dynamic", "regseconds", "0");
  }

  @AfterEach
  void stop() {
    bob.close();
    driver.close();
  }

  private void register(RawPhone phone, String secret, String more) {
    assertThat(phone.authenticated("REGISTER", "127.0.0.1", secret, phone.contact() + more, ""))
        .startsWith("SIP/2.0 200");
  }

  private String show(String place) {
    return driver.console("dialplan show " + place);
  }

  @Test
  void theExtensionsOfARowExistForAsLongAsItIsRegistered() {
    driver.table.set("bob", "regexten", "4711& 4712&_9X@others");
    assertThat(show("regs")).contains("There is no existence of 'regs' context");

    register(bob, "s", "");
    assertThat(show("regs"))
        .isEqualTo(
            """
            [ Context 'regs' created by 'SIP' ]
              '4711' =>         1. Noop(bob)                                  [SIP]
              '4712' =>         1. Noop(bob)                                  [SIP]

            -= 2 extensions (2 priorities) in 1 context. =-
            """);
    assertThat(show("95@others")).contains("'_9X' =>          1. Noop(bob)");
    assertThat(show("4713@regs")).contains("There is no existence of 4713@regs extension");

    driver.table.set("bob", "regexten", "4712");
    register(bob, "s", "");
    assertThat(show("regs")).contains("4712").doesNotContain("4711");

    register(bob, "s", "Expires: 0\r\n");
    assertThat(show("4712@regs")).contains("There is no existence of");
    assertThat(show("regs")).contains("-= 0 extensions (0 priorities)");
  }

  @Test
  void aPeerWithoutAnyIsItselfOneAndAReloadOrARestartKeepsIt() throws ModuleException {
    try (RawPhone phone = new RawPhone(driver.port(), "carol")) {
      register(phone, "c", "");
      assertThat(show("carol@regs")).contains("'carol' =>        1. Noop(carol)");
    }
    driver.reload();
    assertThat(show("regs")).contains("carol");
    driver.write("regcontext=elsewhere", CAROL);
    driver.reload();
    assertThat(show("elsewhere")).contains("carol");
    assertThat(show("regs")).contains("-= 0 extensions");
    CurrentDialplan dialplan = driver.require(CurrentDialplan.class);
    Search carol = Search.priority("elsewhere", "carol", 1);
    driver.restart();
    assertThat(dialplan.get().find(carol)).isInstanceOf(Lookup.Found.class);
    driver.write("", CAROL);
    driver.reload();
    assertThat(dialplan.get().find(carol)).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void anExtensionThatAnotherPeerTookOverStays() {
    driver.table.set("bob", "regexten", "carol");
    register(bob, "s", "");
    try (RawPhone carol = new RawPhone(driver.port(), "carol")) {
      register(carol, "c", "");
      register(bob, "s", "Expires: 0\r\n");
      assertThat(show("regs")).contains("1. Noop(carol)");
      register(carol, "c", "Expires: 0\r\n");
      assertThat(show("regs")).doesNotContain("Noop");
    }
  }
}
