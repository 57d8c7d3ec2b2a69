package org.ara.realtime.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.realtime.Requirement;
import org.ara.realtime.spi.TableDescription.Column;
import org.jspecify.annotations.Nullable;

/** Judges whether a column holds what is required, by the words databases have for their types. */
final class Capacity {

  /** The bytes of a whole number by its type's name; SQLite's and PostgreSQL's words among them. */
  private static final Pattern WHOLE =
      Pattern.compile("(tiny|small|medium|big)?(?:int|integer|serial)(\\d)?\\b.*");

  private static final Pattern FRACTION =
      Pattern.compile("(?:numeric|decimal|float|double|real|money).*");
  private static final Pattern DAY = Pattern.compile("date\\b.*");
  private static final Pattern MOMENT = Pattern.compile("(?:datetime|timestamp).*");

  private Capacity() {}

  /** Why the column does not do; empty if it does. */
  static Optional<String> complaint(Column column, Requirement wanted) {
    return column.text() ? ofText(column, wanted) : ofOther(column, wanted);
  }

  private static Optional<String> ofText(Column column, Requirement wanted) {
    return column.size() > 0 && column.size() < wanted.characters()
        ? Optional.of(
            "holds "
                + column.size()
                + " characters and "
                + wanted.characters()
                + " are needed; make it longer")
        : Optional.empty();
  }

  private static Optional<String> ofOther(Column column, Requirement wanted) {
    String type = column.type().toLowerCase(Locale.ROOT);
    boolean fits =
        switch (wanted.type()) {
          case CHAR -> false;
          case FLOAT -> FRACTION.matcher(type).matches();
          case DATE -> DAY.matcher(type).matches() || MOMENT.matcher(type).matches();
          case DATETIME -> MOMENT.matcher(type).matches();
          default -> FRACTION.matcher(type).matches() || holdsWhole(type, wanted.type());
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "is "
                + column.type()
                + ", which does not hold "
                + wanted.type().name().toLowerCase(Locale.ROOT)
                + "; change its type");
  }

  private static boolean holdsWhole(String type, Requirement.Type wanted) {
    Matcher whole = WHOLE.matcher(type);
    if (!whole.matches()) {
      return false;
    }
    int bits = 8 * bytes(whole.group(1), whole.group(2));
    boolean unsigned = type.contains("unsigned");
    int neededBits = 8 * wanted.bytes();
    if (wanted.isUnsigned()) {
      return unsigned ? bits >= neededBits : bits > neededBits;
    }
    return !unsigned && bits >= neededBits;
  }

  private static int bytes(@Nullable String word, @Nullable String digit) {
    if (digit != null) {
      return digit.charAt(0) - '0';
    }
    return switch (word) {
      case "tiny" -> 1;
      case "small" -> 2;
      case "medium" -> 3;
      case "big" -> 8;
      case null, default -> 4;
    };
  }
}
