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
    INTEGER1(4, true),
    UINTEGER1(3, true),
    INTEGER2(6, true),
    UINTEGER2(5, true),
    INTEGER3(8, true),
    UINTEGER3(8, true),
    INTEGER4(11, true),
    UINTEGER4(10, true),
    INTEGER8(20, true),
    UINTEGER8(20, true),
    CHAR(0, false),
    FLOAT(0, false),
    DATE(10, false),
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
