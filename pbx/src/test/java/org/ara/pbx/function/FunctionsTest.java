package org.ara.pbx.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

  @TempDir Path directory;

  private List<String> run(String text) {
    return TestExchange.with(
            directory,
            "[phones]\nexten => 600,1,Set(V=a-b-c-d)\nsame => n,Set(T=\\${V})\nsame => n,NoOp("
                + text
                + ")\n")
        .run("600");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${LEN(äb)}|3",
        "${TOUPPER(ab)}${TOLOWER(CD)}|ABcd",
        "${CUT(V,,2)}|b",
        "${CUT(V,-,2-)}|b-c-d",
        "${CUT(V,-,-2)}|a-b",
        "${CUT(V,-,1&3-4)}|a-c-d",
        "${CUT(V,-,x)}.|.",
        "${FIELDQTY(V,-)}${FIELDQTY(NONE,-)}${FIELDQTY(V,)}|401",
        "${IF($[1=1]? yes : no )}${IF(0?yes:no)}|yesno",
        "${CHANNEL(name)} ${CHANNEL(channeltype)} ${CHANNEL(state)}|Test/100-00000000 Test Ring",
        "${CHANNEL(peername)} ${CHANNEL(language)} ${CHANNEL(exten)}|100 en 600",
        "${CALLERID(all)}|100",
        "${CHANNEL} ${EXTEN}@${CONTEXT}:${PRIORITY} ${SYSTEMNAME}|Test/100-00000000 600@phones:3 bar",
        "${NOSUCH(1)}.${GLOBAL(none)}|.",
        "${MATH(7+3)} ${MATH(7/2,f)} ${MATH(7/0,i)}|10.000000 3.500000 0",
        "${MATH(123%16,int)} ${MATH(2^10,i)} ${MATH(255+0,hex)}|11 1024 ff",
        "${MATH(3>2)} ${MATH(3==2)} ${MATH(3<=3)} ${MATH(-3+5,i)}|TRUE FALSE TRUE 2",
        "${MATH(6AND3,i)} ${MATH(6OR3,i)} ${MATH(6XOR3,i)} ${MATH(1<<4,i)}|2 7 5 16",
        "${MATH(x+1)}.${MATH(5)}|.",
        "${RAND(7,7)}|7",
        "${MD5(abc)}|900150983cd24fb0d6963f7d28e17f72",
        "${SHA1(abc)}|a9993e364706816aba3e25717850c26c9cd0d89d",
        "${BASE64_ENCODE(a,b)} ${BASE64_DECODE(YSxi)}|YSxi a,b",
        "${URIENCODE(a b+ü)} ${URIDECODE(a%20b+)}|a%20b%2B%C3%BC a b+",
        "${ISNULL()}${ISNULL(x)}${EXISTS()}${EXISTS(x)}|1001",
        "${SET(W=5)}${W}|55",
        "${QUOTE(a\"b)}|\"a\\\"b\"",
        "${CSV_QUOTE(a\"b)}|\"a\"\"b\"",
        "${FILTER(0-9,+49 30-12)} ${FILTER(a-c\\x2d-,ab-cd)}|493012 ab-c",
        "${REGEX(\"^[0-9]+$\" 123)}${REGEX(\"x\" 123)}${REGEX(123)}|10",
        "${STRFTIME(0,UTC,%Y-%m-%d %H:%M:%S %a %j %p %e %3q)}|"
            + "1970-01-01 00:00:00 Thu 001 AM  1 000",
        "${STRFTIME(1795435200,Europe/Berlin,%c %z %V %U %s)}|"
            + "Mon Nov 23 13:00:00 2026 +0100 48 47 1795435200",
        "${STRFTIME(x)}.${STRFTIME(0,Moon/Base)}|.",
        "${IFTIME(*,*,*,*?yes:no)}${IFTIME(*,*,32,*?yes:no)}|yes",
        "${SHIFT(V,-)}${POP(V,-)} ${V} ${SHIFT(NONE)}.${POP()}|ad b-c .",
        "${VALID_EXTEN(,600)}${VALID_EXTEN(phones,600,9)}${VALID_EXTEN(,601)}${VALID_EXTEN()}|100",
        "${DIALPLAN_EXISTS(phones,600,3)}${DIALPLAN_EXISTS(phones,600,nolabel)}|10"
      })
  void aFunctionHasItsValue(String text, String value) {
    assertThat(run(text)).last().isEqualTo("NoOp(" + value + ")");
  }

  @Test
  void aHashHoldsValuesUnderKeysAndAnArraySetsVariables() {
    assertThat(
            TestExchange.with(
                    directory,
                    """
                    [phones]
                    exten => 600,1,Set(HASH(h,a)=1)
                    same => n,Set(HASH(h,b)=two words)
                    same => n,Set(HASH(h,a)=3)
                    same => n,NoOp(${HASH(h,a)} ${HASH(h,b)} ${HASH(h,none)}.)
                    same => n,NoOp(${HASHKEYS(h)} ${HASH(h)})
                    same => n,Set(HASH(h)=x,"y,z")
                    same => n,NoOp(${HASH(h,a)} ${HASH(h,b)})
                    same => n,Set(ARRAY(p,q,r)=1,"2,3")
                    same => n,NoOp(${p} ${q} ${r}.)
                    """)
                .run("600"))
        .contains("NoOp(3 two words .)", "NoOp(a,b 3,two words)", "NoOp(x y,z)", "NoOp(1 2,3 .)");
  }

  @Test
  void valuesAreAddedToAList() {
    assertThat(
            TestExchange.with(
                    directory,
                    """
                    [phones]
                    exten => 600,1,Set(PUSH(l)=b)
                    same => n,Set(PUSH(l)=c)
                    same => n,Set(UNSHIFT(l)=a)
                    same => n,NoOp(${l})
                    """)
                .run("600"))
        .endsWith("NoOp(a,b,c)");
  }

  @Test
  void uniqueIdsCarryTheSystemsName() {
    assertThat(run("${UNIQUEID} ${EPOCH}").getLast()).matches("NoOp\\(bar-\\d+\\.0 \\d+\\)");
  }
}
