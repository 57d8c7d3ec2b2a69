package org.ara.sip.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The torture messages of RFC 4475, byte-exact, with what should become of them. */
record Torture(String name, String section, String kind, String expected, byte[] bytes) {
  static List<Torture> messages() {
    return new String(resource("expected.tsv"), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("name\t"))
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                new Torture(cells[0], cells[1], cells[2], cells[3], resource(cells[0] + ".dat")))
        .toList();
  }

  static Torture named(String name) {
    return messages().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static byte[] resource(String file) {
    try (InputStream in = Torture.class.getResourceAsStream("/rfc4475/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name + " (" + section + "): " + expected;
  }
}
