package org.ara.server.demo;

import java.security.SecureRandom;
import java.sql.SQLException;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.PhoneException;
import org.ara.testkit.sip.SipPhone;

/** What visitors need to try it themselves: an account, numbers to dial, somebody who answers. */
final class Invitation {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final String NAME = "me";

  private final DemoServer demo;
  private final String password = password();

  Invitation(DemoServer demo) {
    this.demo = demo;
  }

  /** Inserts the rows of the visitor. */
  void prepare(SecondConnection sql) throws SQLException {
    sql.quietly(
        """
        INSERT INTO sippeers (name, secret, context, allow)
        VALUES (?, ?, 'phones', 'ulaw,alaw')
        """,
        NAME,
        password);
    sql.quietly(
        """
        INSERT INTO extensions (context, exten, priority, app, appdata)
        VALUES ('phones', '100', 1, 'Answer', ''), ('phones', '100', 2, 'Echo', '')
        """);
  }

  /** Says how to use them. */
  void print(Screen screen) {
    String host = demo.address().getAddress().getHostAddress();
    screen.line(screen.strong("Your own softphone, on this machine"));
    screen.line("  server    " + host + ", port " + demo.address().getPort() + ", UDP");
    screen.line("  user      " + NAME);
    screen.line("  password  " + password);
    screen.line("  dial      100 to hear yourself; 300 to 399 for bob, who hums");
    screen.blank();
    screen.line(screen.strong("The database, from another terminal"));
    screen.line("  sqlite3 " + demo.database());
    screen.line("  sqlite> INSERT INTO sippeers (name, secret, context, allow)");
    screen.line("     ...> VALUES ('dave', 'secret', 'phones', 'ulaw,alaw');");
    screen.line("  and dave registers. (First say: .timeout 5000)");
    screen.blank();
    screen.line(screen.strong("The console, from another terminal"));
    screen.line("  ./ara -rx \"dialplan show phones\" -C " + demo.configuration());
    screen.blank();
  }

  /** Lets a phone answer whoever calls it, until it is switched off. */
  static void hum(SipPhone phone) {
    Thread.ofVirtual()
        .name("hum")
        .start(
            () -> {
              while (phone.isOpen()) {
                try {
                  phone.awaitCall().ring().answer().say(new Tone(660));
                } catch (PhoneException nobodyCalled) {
                  // The wait of a phone has an end; this one goes on waiting.
                }
              }
            });
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
