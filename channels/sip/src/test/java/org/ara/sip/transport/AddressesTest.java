package org.ara.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "2001:DB8::A:0:0:1, 2001:db8::a:0:0:1",
    "::ffff:192.0.2.1, 192.0.2.1"
  })
  void anAddressIsWrittenAsPeopleWriteIt(String given, String written) {
    InetAddress address = InetAddress.ofLiteral(given);
    assertThat(Addresses.literal(address)).isEqualTo(written);
    assertThat(org.ara.sip.peer.Addresses.text(address)).isEqualTo(written);
  }

  @Test
  void aPortIsSetApartFromAnIpv6Address() {
    assertThat(Addresses.display(new InetSocketAddress(InetAddress.ofLiteral("::1"), 5060)))
        .isEqualTo("[::1]:5060");
  }
}
