package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;

/** The phones of a test, which end together and must have seen no fault in what the server said. */
final class Phones implements AutoCloseable {

  private final TestServer server;
  private final List<SipPhone> phones = new ArrayList<>();

  Phones(TestServer server) {
    this.server = server;
  }

  /** A phone with a row, registered. */
  SipPhone registered(String name) throws Exception {
    server.insertPhone(name, "secret-" + name);
    SipPhone phone = open(name, "secret-" + name);
    assertThat(phone.register().accepted()).isTrue();
    return phone;
  }

  /** A phone that has not said anything yet. */
  SipPhone open(String name, String secret) {
    SipPhone phone = SipPhone.open(PhoneAccount.of(name, secret, server.sip()));
    phones.add(phone);
    return phone;
  }

  @Override
  public void close() {
    phones.forEach(SipPhone::close);
  }

  void assertNoViolations() {
    phones.forEach(phone -> assertThat(phone.violations()).isEmpty());
  }
}
