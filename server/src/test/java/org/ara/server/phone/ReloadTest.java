package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.server.Answer;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reloads as operators see them, with a phone of {@code sip.conf} that is in a call. */
class ReloadTest {

  private static final String DIALPLAN =
      "[phones]\nexten => 600,1,Answer()\nexten => 600,2,Echo()\nexten => 601,1,Busy()\n";
  private static final String ALICE = "[alice]\ntype=friend\nsecret=s3cret\nhost=dynamic\n";

  @TempDir Path home;
  private TestServer server;
  private SipPhone alice;
  private Conversation call;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home, ALICE, "[bob]\ntype=friend\nsecret=b\nhost=dynamic");
    write("extensions.conf", DIALPLAN);
    assertThat(server.execute("dialplan reload").succeeded()).isTrue();
    alice = SipPhone.open(PhoneAccount.of("alice", "s3cret", server.sip()));
    assertThat(alice.register().accepted()).isTrue();
    call = alice.call("600").awaitAnswer();
  }

  @AfterEach
  void stop() {
    alice.close();
    server.close();
  }

  @Test
  void aDryRunTellsWhatWouldChangeAndChangesNothing() throws Exception {
    change("sip.conf", "secret=s3cret", "secret=other");
    change("sip.conf", "[bob]", "[carol]");
    write("extensions.conf", DIALPLAN.replace("Echo()", "Wait(5)").replace("601", "602"));

    Answer answer = server.execute("reload --dry-run");

    assertThat(answer.succeeded()).isTrue();
    assertThat(answer.text())
        .contains(
            "chan_sip: 1 added, 1 changed, 1 removed\n  ~ peer alice: secret\n  + peer carol\n"
                + "  - peer bob\n",
            "pbx_config: 1 added, 1 changed, 1 removed\n",
            "  ~ extension 600@phones: priority 2\n",
            "  + extension 602@phones\n",
            "  - extension 601@phones\n",
            "extconfig: no differences\n",
            "2 channels and 1 registrations belong to them and go on.\n")
        .doesNotContain("s3cret", "other");
    assertThat(server.execute("sip show peers").text()).contains("bob").doesNotContain("carol");
    assertThat(alice.register().accepted()).isTrue();
  }

  @Test
  void aFileThatCannotBeUsedIsNamedAndKeepsTheOthersFromNothing() throws Exception {
    change("sip.conf", "[bob]", "[carol]");
    write("extensions.conf", "[phones]\nexten => 600,1,Busy()\n#include \"nosuch.conf\"\n");

    Answer dryRun = server.execute("module reload --dry-run pbx_config");
    assertThat(dryRun.succeeded()).isFalse();
    assertThat(dryRun.text()).contains("extensions.conf:3: there is no file 'nosuch.conf'");

    Answer answer = server.execute("reload");
    assertThat(answer.succeeded()).isFalse();
    assertThat(answer.text())
        .contains(
            "The module 'pbx_config' reported a reload failure\n",
            "extensions.conf:3: there is no file 'nosuch.conf'",
            " modules reloaded, 1 not\n");
    assertThat(server.execute("sip show peers").text()).contains("carol");
    assertThat(alice.call("601").awaitOutcome().status()).isEqualTo(486);
  }

  @Test
  void aCallGoesOnThroughAReload() throws Exception {
    change("sip.conf", "secret=s3cret", "secret=s3cret\ncontext=phones");
    assertThat(server.execute("reload")).isEqualTo(new Answer("", true));
    assertThat(call.hangUp().status()).isEqualTo(200);
  }

  @Test
  void aModuleInUseNamesTheChannelsInItAndIsUnloadedByForceOnly() {
    Answer refused = server.execute("module unload app_echo");
    assertThat(refused.succeeded()).isFalse();
    assertThat(refused.text())
        .contains("Soft unload failed, 'app_echo' has use count 1: SIP/alice-");

    assertThat(server.execute("module unload -f app_echo"))
        .isEqualTo(new Answer("Unloaded app_echo\n", true));
    call.awaitHangUp();
    assertThat(server.execute("module show like app_echo").text()).contains("Not Running");

    assertThat(server.execute("module load app_echo"))
        .isEqualTo(new Answer("Loaded app_echo\n", true));
    assertThat(alice.call("600").awaitAnswer().hangUp().status()).isEqualTo(200);
  }

  @Test
  void theChannelDriverIsRefreshedOnceItsCallsAreOver() {
    assertThat(server.execute("module refresh chan_sip").text())
        .contains("Soft unload failed, 'chan_sip' has use count 1: SIP/alice-");
    call.hangUp();
    call.awaitHangUp();
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(server.execute("module refresh chan_sip"))
                    .isEqualTo(new Answer("Refreshed chan_sip\n", true)));
    assertThat(alice.register().accepted()).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(home.resolve("etc").resolve(file), text);
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(home.resolve("etc").resolve(file));
    assertThat(text).contains(from);
    write(file, text.replace(from, to));
  }
}
