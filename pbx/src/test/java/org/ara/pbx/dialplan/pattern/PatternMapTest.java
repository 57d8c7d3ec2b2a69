package org.ara.pbx.dialplan.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ara.pbx.dialplan.MatchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against a plain scan of the sorted names. */
class PatternMapTest {

  private static final String ALPHABET = "0123459*#+aXxNZz.![]-[2-4][13]-";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTreeGivesTheSameMatchesInTheSameOrderAsAScan(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<Pattern, Pattern> names = new HashMap<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        Pattern name = Pattern.parse(name(random), message -> {});
        names.putIfAbsent(name, name);
      }
      PatternMap<Pattern> map = new PatternMap<>(names);
      List<Pattern> sorted = names.keySet().stream().sorted().toList();
      for (int i = 0; i < 60; i++) {
        String number = text(random, "0123459*#a-", 6);
        for (MatchMode mode : MatchMode.values()) {
          assertThat(visited(map, number, mode))
              .as("names %s, number '%s', %s", sorted, number, mode)
              .isEqualTo(scanned(sorted, number, mode));
        }
      }
    }
  }

  private static String name(Random random) {
    return (random.nextInt(3) == 0 ? "" : "_") + text(random, ALPHABET, 6);
  }

  private static String text(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static List<String> visited(PatternMap<Pattern> map, String number, MatchMode mode) {
    List<String> seen = new ArrayList<>();
    map.visit(
        number,
        mode,
        (name, match) -> {
          seen.add(name + " " + match);
          return false;
        });
    return seen;
  }

  private static List<String> scanned(List<Pattern> sorted, String number, MatchMode mode) {
    List<String> seen = new ArrayList<>();
    for (Pattern name : sorted) {
      Match match = name.match(number, mode);
      if (match.matches()) {
        seen.add(name + " " + match);
      }
    }
    return seen;
  }

  @Test
  void whateverIsWrittenAsANameIsTaken() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("_");
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(
            (char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
      }
      assertThatCode(
              () -> {
                Pattern name = Pattern.parse(text.toString(), message -> {});
                PatternMap<String> map = new PatternMap<>(Map.of(name, "it"));
                for (MatchMode mode : MatchMode.values()) {
                  map.visit(text.substring(1), mode, (value, match) -> false);
                  map.visit(text.toString(), mode, (value, match) -> false);
                }
              })
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aHundredThousandNamesAreNotLookedAtOneByOne() {
    Map<Pattern, String> names = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      String name = (i % 2 == 0 ? "_" : "") + String.format("7%06d", i) + (i % 4 == 0 ? "X" : "");
      names.put(Pattern.parse(name, message -> {}), name);
    }
    PatternMap<String> map = new PatternMap<>(names);
    List<String> seen = new ArrayList<>();
    map.visit("70500003", MatchMode.MATCH, (name, match) -> seen.add(name));
    map.visit("7050000", MatchMode.MATCH_MORE, (name, match) -> seen.add(name));
    assertThat(seen).containsExactly("_7050000X", "_7050000X");
  }
}
