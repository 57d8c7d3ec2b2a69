package org.ara.realtime;

import java.util.Objects;

/**
 * A column that a module wants a family's table to have ({@code spec/engine.md} 3.6).
 *
 * @param column its name
 * @param type what it has to hold
 * @param size how many characters it has to hold, for {@link Type#CHAR} and {@link Type#FLOAT};
 *     others know it by themselves
 */
public record Requirement(String column, Type type, int size) {

  /** What a column has to hold, with the most characters that this takes. */
  public enum Type {
    /** A whole number of 8 bits. */
    INTEGER1(4, true),
    /** A whole number of 8 bits, never negative. */
    UINTEGER1(3, true),
    /** A whole number of 16 bits. */
    INTEGER2(6, true),
    /** A whole number of 16 bits, never negative. */
    UINTEGER2(5, true),
    /** A whole number of 24 bits. */
    INTEGER3(8, true),
    /** A whole number of 24 bits, never negative. */
    UINTEGER3(8, true),
    /** A whole number of 32 bits. */
    INTEGER4(11, true),
    /** A whole number of 32 bits, never negative. */
    UINTEGER4(10, true),
    /** A whole number of 64 bits. */
    INTEGER8(20, true),
    /** A whole number of 64 bits, never negative. */
    UINTEGER8(20, true),
    /** A text. */
    CHAR(0, false),
    /** A number with a fraction. */
    FLOAT(0, false),
    /** A day. */
    DATE(10, false),
    /** A day and a time. */
    DATETIME(19, false);

    private final int characters;
    private final boolean whole;

    Type(int characters, boolean whole) {
      this.characters = characters;
      this.whole = whole;
    }

    /** Whether it is a whole number. */
    public boolean isWhole() {
      return whole;
    }

    /** How many bytes a whole number takes; a signed column of more holds an unsigned one. */
    public int bytes() {
      return whole ? name().charAt(name().length() - 1) - '0' : 0;
    }

    /** Whether it is never negative. */
    public boolean isUnsigned() {
      return name().startsWith("U");
    }
  }

  public Requirement {
    Objects.requireNonNull(type, "type");
    if (column.isBlank()) {
      throw new IllegalArgumentException("a requirement needs a column");
    }
    if (size < 0 || (type == Type.CHAR && size == 0)) {
      throw new IllegalArgumentException(column + " needs a size: " + size);
    }
  }

  /** A text of at most so many characters. */
  public static Requirement text(String column, int size) {
    return new Requirement(column, Type.CHAR, size);
  }

  /** A column of a type that knows its size. */
  public static Requirement of(String column, Type type) {
    return new Requirement(column, type, 0);
  }

  /** How many characters a text column needs to hold it. */
  public int characters() {
    return type.characters > 0 ? type.characters : size;
  }
}
