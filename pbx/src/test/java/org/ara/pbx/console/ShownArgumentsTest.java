package org.ara.pbx.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PASSWORD=a,b                    | PASSWORD=<hidden>
          __secret=x                      | __secret=<hidden>
          DB(pin/100)=1234                | DB(pin/100)=<hidden>
          SIP/trunk:word@host,20          | SIP/trunk:<hidden>@host,20
          SIP/a:b/c@host&SIP/d:e:f@host   | SIP/a:<hidden>@host&SIP/d:<hidden>@host
          https://user:pass@host/x?y=1    | https:<hidden>@host/x?y=1
          SIP/sip:alice@host              | SIP/sip:alice@host
          spinning=1,shipping=2           | spinning=1,shipping=2
          CALLERID(num)=100               | CALLERID(num)=100
          600@phones:1                    | 600@phones:1
          """)
  void whatLooksLikeAPasswordIsHiddenAndNothingElse(String arguments, String shown) {
    assertThat(ShownArguments.of(arguments)).isEqualTo(shown);
  }
}
