package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.ara.module.ModuleException;
import org.junit.jupiter.api.Test;

class ShownTest extends CallFixture {

  private void general(String lines, String sections) throws ModuleException {
    driver.write(lines, sections);
    driver.reload();
  }

  @Test
  void usersAreListedWithoutTheirPasswords() throws ModuleException {
    general(
        "",
        """
        [alice]
        type=friend
        secret=x
        context=phones
        nat=no
        [trunk]
        type=peer
        host=192.0.2.1
        [desk]
        type=user
        accountcode=sales
        nat=force_rport
        deny=192.0.2.1
        """);
    assertThat(driver.console("sip show users"))
        .isEqualTo(
            "Username                   Secret           Accountcode      Def.Context      "
                + "ACL  Forcerport\n"
                + "alice                      <hidden>                          phones           "
                + "No   No        \n"
                + "desk                                        sales            default          "
                + "Yes  Yes       \n");
    assertThat(driver.console("sip show users like ^d")).contains("desk").doesNotContain("alice");
    assertThat(driver.console("sip show users like (")).startsWith("USAGE");
  }

  @Test
  void whatAPeerIsSetToShows() {
    for (String option :
        new String[] {
          "remotesecret=r", "subscribecontext=watch", "tonezone=de", "amaflags=billing",
          "callingpres=prohib", "callgroup=1,2", "mohsuggest=jazz", "maxforwards=20",
          "promiscredir=yes", "usereqphone=yes", "trustrpid=yes", "sendrpid=pai",
          "supportpath=yes", "allowsubscribe=no", "allowoverlap=no", "transport=tcp,udp",
          "regexten=4711&4712", "setvar=A=1;B=2", "parkinglot=yard", "busylevel=2"
        }) {
      int equals = option.indexOf('=');
      driver.table.set("bob", option.substring(0, equals), option.substring(equals + 1));
    }
    assertThat(driver.console("sip show peer bob load"))
        .contains("  Remote Secret: <Set>\n", "  Subscr.Cont. : watch\n", "  Tonezone     : de\n")
        .contains("  AMA flags    : Billing\n", "  Callgroup    : 1,2\n", "  Busy level   : 2\n")
        .contains("  CallingPres  : Presentation Prohibited, Network Number\n")
        .contains("  MOH Suggest  : jazz\n", "  Max forwards : 20\n", "  PromiscRedir : Yes\n")
        .contains("  User=Phone   : Yes\n", "  Trust RPID   : Yes\n", "  Send RPID    : Yes\n")
        .contains("  Path support : Yes\n  Path         : N/A\n", "  Subscriptions: No\n")
        .contains("  Overlap dial : No\n", "  Prim.Transp. : TCP\n  Allowed.Trsp : TCP,UDP\n")
        .contains("  Reg. exten   : 4711&4712\n", "  Parkinglot   : yard\n")
        .contains("  Variables    : \n                 A = 1\n                 B = 2\n");
  }

  @Test
  void settingsAreShownSectionBySection() throws ModuleException {
    general(
        "externaddr=198.51.100.1\nlocalnet=10.0.0.0/8\nregcontext=regs\nrtautoclear=30\ntos_sip=cs3",
        "");
    assertThat(driver.console("sip show settings"))
        .startsWith(
            "\n\n\nGlobal Settings:\n----------------\n  UDP Bindaddress:        127.0.0.1:")
        .contains("  TCP SIP Bindaddress:    Disabled\n", "  Our auth realm:         asterisk\n")
        .contains("  Reg. context:           regs\n", "  SIP realtime:           Enabled\n")
        .contains("  IP ToS SIP:             96\n", "  SIP address remapping:  Enabled\n")
        .contains("  Externaddr:             198.51.100.1\n  Localnet:               10.0.0.0/8\n")
        .contains("  Codecs:                 (ulaw|alaw)\n", "  Context:                default\n")
        .contains("Realtime SIP Settings:\n----------------------\n  Realtime Peers:         Yes\n")
        .contains("  Auto Clear:             30 (Enabled)\n")
        .endsWith("\n----\n");
    assertThat(driver.console("sip show settings")).doesNotContain("secret");
  }

  @Test
  void domainsAreListed() throws ModuleException {
    assertThat(driver.console("sip show domains")).isEqualTo("SIP Domain support not enabled.\n\n");
    general("domain=pbx.example,sales\nautodomain=yes", "");
    assertThat(driver.console("sip show domains"))
        .startsWith(
            "Our local SIP domains:                   Context              Set by          \n")
        .contains(
            "127.0.0.1                                (default)            [Automatic]     \n",
            "pbx.example                              sales                [Configured]    \n");
  }

  @Test
  void callsAndWhatIsInMemoryAreShown() throws ModuleException {
    general("", "[alice]\ntype=friend\nsecret=x\n");
    assertThat(driver.console("sip show channelstats")).endsWith("0 active SIP channels\n");
    String answer = invite("600", sdp("0"));
    phone.send(phone.ack("600@127.0.0.1", answer));
    String callId = RawPhone.headers(answer, "Call-ID").getFirst();

    assertThat(driver.console("sip show objects"))
        .startsWith("-= Peer objects: 1 static, 0 realtime, 0 autocreate =-\n\nname: alice\n")
        .contains("type: friend\n", "-= Dialog objects:\n\nname: " + callId + "\ntype: SIP/bob-");
    assertThat(driver.console("sip show channelstats"))
        .contains("127.0.0.1        " + callId)
        .contains("(ulaw)")
        .endsWith("1 active SIP channel\n");
    assertThat(driver.console("sip show channel " + callId.substring(0, 3)))
        .contains("  Direction:              Incoming\n")
        .contains("  Call-ID:                " + callId + "\n")
        .contains("  Owner channel ID:       SIP/bob-", "  Peername:               bob\n")
        .contains("  Packets:                0 received, 0 sent\n");
    assertThat(driver.console("sip show channel nosuch"))
        .isEqualTo("FAILURE\nNo such SIP Call ID starting with 'nosuch'\n");
  }
}
