package org.ara.config.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "[a]",
        "[a]\r\nb=c\r\n",
        "\uFEFF; c\n[a] ; d\n;-- e\n--; f = g\n\th\n--; i",
        "\u0000\u0001\r\r[\n]",
        "[a\n#include\n=\n\\"
      })
  void anUntouchedFileIsWrittenBackByteForByte(String text) {
    assertThat(edited(document(text))).isEqualTo(text);
  }

  @Test
  void bytesThatAreNoTextSurvive() {
    byte[] bytes = {'[', 'a', ']', '\n', 'b', '=', (byte) 0xFF, (byte) 0xC3, '\n', (byte) 0x80};

    assertThat(ConfigDocument.of(bytes).toBytes()).isEqualTo(bytes);
    assertThat(ConfigDocument.of(bytes).withAdded("a", "x", "y").toBytes())
        .startsWith(bytes)
        .endsWith('\n', 'x', ' ', '=', ' ', 'y');
  }

  @Test
  void aChangedValueTouchesOnlyItsOwnBytes() {
    String text = "; head\r\n[a](t)  ; x\r\n  b  =>  old ; why\r\nc=1\r\n[b]\r\nb=2";

    assertThat(edited(document(text).withValue("A", "B", "new; é")))
        .isEqualTo(text.replace("old", "new\\; é"));
  }

  @Test
  void theLastLineThatSetsAVariableIsChangedAndAppendedTextGoes() {
    assertThat(edited(document("[a]\nb=1\nb=2\nb+=3\nc=4\n").withValue("a", "b", "5")))
        .isEqualTo("[a]\nb=1\nb=5\nc=4\n");
    assertThat(document("[a]\nb=1\nb=2\nb+= 3\n").value("a", "b")).contains("2 3");
    assertThat(edited(document("[a]\nb+=1\n").withValue("a", "b", "5"))).isEqualTo("[a]\nb = 5\n");
  }

  @Test
  void aNewVariableStandsBehindTheLastOneOfItsSection() {
    assertThat(edited(document("[a]\nb=1\n\n; about c\n[c]\n").withValue("a", "d", "2")))
        .isEqualTo("[a]\nb=1\nd = 2\n\n; about c\n[c]\n");
    assertThat(edited(document("[a]").withAdded("a", "d", ""))).isEqualTo("[a]\nd = ");
    assertThat(edited(document("[a] ;-- x\n\n--;\n").withAdded("a", "d", "1")))
        .isEqualTo("[a] ;-- x\n\n--;\nd = 1\n");
  }

  @Test
  void aRemovedVariableLeavesItsBlockCommentsStanding() {
    assertThat(edited(document("[a]\nb=1 ; c\nd=2\nB=3\n").without("a", "b")))
        .isEqualTo("[a]\nd=2\n");
    assertThat(edited(document("[a]\nb=1 ;-- x\ny\n--; b=2\n").without("a", "b")))
        .isEqualTo("[a]\n ;-- x\ny\n--; \n");
  }

  @Test
  void valuesThatLookLikeSyntaxAreWrittenSoThatTheyAreReadBack() {
    assertThat(edited(document("[a]\nb=1;c\n").withValue("a", "b", "x\\")))
        .isEqualTo("[a]\nb=x\\ ;c\n");
    assertThat(edited(document("[a]\nb=1\n").withValue("a", "b", ">"))).isEqualTo("[a]\nb= >\n");
    assertThat(edited(document("[a]\nb=\\;1\n").withValue("a", "b", "2"))).isEqualTo("[a]\nb=2\n");
    assertThat(edited(document("[a]\n").withAdded("a", "[x", "1"))).isEqualTo("[a]\n\\[x = 1\n");
  }

  @Test
  void sectionsAreAddedAtTheEndAndTakenOutWithWhatTheySet() {
    assertThat(edited(document("").withSection("a"))).isEqualTo("[a]\n");
    assertThat(edited(document("[a]\nb=1\n").withSection("c"))).isEqualTo("[a]\nb=1\n\n[c]\n");
    assertThat(edited(document("; 1\n[a]\n; 2\nb=1\n\n; 3\n[c]\nd=1\n").withoutSection("a")))
        .isEqualTo("; 1\n\n; 3\n[c]\nd=1\n");
    assertThat(document("[a]\n[b]\n[a]\n").sections()).containsExactly("a", "b", "a");
  }

  @Test
  void whatNoLineCanHoldIsRefused() {
    ConfigDocument document = document("[a]\nb=1\n;--");

    for (String value : new String[] {" x", "x\ny", "\ud800", "x".repeat(9000)}) {
      assertThatThrownBy(() -> document.withValue("a", "b", value))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String name : new String[] {"", "a=b", "a\n", " "}) {
      assertThatThrownBy(() -> document.withAdded("a", name, "1"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> document.withValue("nosuch", "b", "1"))
        .hasMessage("there is no section [nosuch]");
    assertThatThrownBy(() -> document.withSection("x]")).hasMessageContaining("x]");
    assertThatThrownBy(() -> document.withSection("x")).hasMessageContaining("block comment");
  }

  private static ConfigDocument document(String text) {
    return ConfigDocument.of(text.getBytes(UTF_8));
  }

  private static String edited(ConfigDocument document) {
    return new String(document.toBytes(), UTF_8);
  }
}
