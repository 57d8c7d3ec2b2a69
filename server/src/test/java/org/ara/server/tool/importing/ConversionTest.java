package org.ara.server.tool.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.config.Origin;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

  @TempDir private Path directory;

  /** The bar's end: text lines, lines without an end and included files are rows as well. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "queues.conf",
        "sip.conf",
        "extensions.conf",
        "voicemail.conf",
        "musiconhold.conf"
      })
  void thereAreAsManyRowsAsCounted(String file) throws IOException {
    Files.writeString(directory.resolve("more.inc"), "[c]\nmember => 300,1,Answer\n\n; end");
    Files.writeString(
        directory.resolve(file),
        "; a\n[a](!)\nx=1\n[b](a)\nexten => 1,1,Answer\n same => n,Hangup\n100 => 1\n"
            + "#include more.inc\n");
    for (String mapped : List.of(file, FamilyRows.families(file).getFirst())) {
      Conversion.Result result = new Conversion(directory, map(mapped)).of(file);

      assertThat(result.parts()).isNotEmpty();
      assertThat(result.parts())
          .allSatisfy(part -> assertThat(part.rows().get().count()).isEqualTo(part.count()));
    }
  }

  @Test
  void theBarEndsWhereItSays() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Progress progress =
        new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), true, "a.conf", 3);
    for (int i = 0; i < 5; i++) {
      progress.step();
    }
    progress.end();

    Matcher shown =
        Pattern.compile("(\\d+) of (\\d+) rows").matcher(err.toString(StandardCharsets.UTF_8));
    assertThat(shown.find()).isTrue();
    shown
        .reset()
        .results()
        .forEach(
            bar ->
                assertThat(Integer.parseInt(bar.group(1)))
                    .isLessThanOrEqualTo(Integer.parseInt(bar.group(2))));
  }

  private static FamilyMap map(String family) {
    return new FamilyMap(
        List.of(new Mapping(family, "sqlite3", "ara", family, 1, new Origin("extconfig.conf", 1))));
  }
}
