package org.ara.server.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as configuration files write it: {@code 500K}, {@code 10M}, {@code 1G}. */
final class ByteCount {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([kmg]?)");

  private ByteCount() {}

  static Optional<Long> parse(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (parts.group(2)) {
          case "k" -> 1_000L;
          case "m" -> 1_000_000L;
          case "g" -> 1_000_000_000L;
          default -> 1L;
        };
    return Optional.of(Long.parseLong(parts.group(1)) * unit);
  }

  static String render(long bytes) {
    if (bytes > 0 && bytes % 1_000_000_000L == 0) {
      return bytes / 1_000_000_000L + "G";
    }
    return bytes > 0 && bytes % 1_000_000L == 0 ? bytes / 1_000_000L + "M" : Long.toString(bytes);
  }
}
