package org.ara.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

  private final Variables variables = new Variables();

  @Test
  void namesMatterInTheirCaseAndUnderscoresAreNotPartOfThem() {
    variables.set("__A", "1");
    assertThat(variables.get("A")).isEqualTo("1");
    assertThat(variables.get("a")).isNull();
    assertThat(variables.get("__A")).isNull();
  }

  @Test
  void anyFormReplacesTheOthers() {
    variables.set("__A", "1");
    variables.set("_A", "2");
    assertThat(variables.inheritance()).isEqualTo(Map.of("A", "2"));
    variables.set("A", "3");
    assertThat(variables.inheritance()).isEmpty();
    assertThat(variables.get("A")).isEqualTo("3");
  }

  @Test
  void anEmptyVariableIsSet() {
    variables.set("A", "");
    assertThat(variables.get("A")).isEmpty();
    variables.remove("A");
    assertThat(variables.get("A")).isNull();
  }

  @Test
  void theNewestComesFirst() {
    variables.set("A", "1");
    variables.set("B", "2");
    variables.set("A", "3");
    assertThat(variables.all().sequencedKeySet()).containsExactly("A", "B");
  }

  @Test
  void localsHideAndEndWithTheirFrame() {
    Location back = new Location("c", "e", 2);
    variables.set("A", "outer");
    variables.push(back, Map.of("A", "inner"));
    variables.set("A", "changed");
    variables.set("B", "stays");
    assertThat(variables.get("A")).isEqualTo("changed");
    assertThat(variables.pop()).contains(back);
    assertThat(variables.get("A")).isEqualTo("outer");
    assertThat(variables.get("B")).isEqualTo("stays");
    assertThat(variables.pop()).isEmpty();
  }
}
