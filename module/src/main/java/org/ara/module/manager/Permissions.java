package org.ara.module.manager;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A set of permission classes.
 *
 * @param bits the bits of its members
 */
public record Permissions(int bits) {

  /** None. */
  public static final Permissions NONE = new Permissions(0);

  /** Every class there is. */
  public static final Permissions ALL = of(Permission.values());

  /** A set of these. */
  public static Permissions of(Permission... members) {
    return new Permissions(Arrays.stream(members).mapToInt(Permission::bit).sum());
  }

  /**
   * Reads a comma-separated list of words; {@code all} is everything, unknown words and {@code
   * none} are nothing.
   */
  public static Permissions list(String text) {
    int bits = 0;
    for (String word : text.split(",", -1)) {
      bits |=
          word.strip().equalsIgnoreCase("all")
              ? ALL.bits
              : Permission.of(word.strip()).map(Permission::bit).orElse(0);
    }
    return new Permissions(bits);
  }

  /**
   * Reads an event mask: a number, a word for yes (all) or no (none), or a list.
   *
   * @return empty for an empty text
   */
  public static Optional<Permissions> mask(String text) {
    String mask = text.strip();
    if (mask.isEmpty()) {
      return Optional.empty();
    }
    if (mask.matches("[0-9]{1,10}")) {
      return Optional.of(new Permissions((int) Long.parseLong(mask) & ALL.bits));
    }
    return Optional.of(
        switch (mask.toLowerCase(java.util.Locale.ROOT)) {
          case "on", "yes", "true", "y", "t", "all" -> ALL;
          case "off", "no", "false", "n", "f", "none" -> NONE;
          default -> list(mask);
        });
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return bits == 0;
  }

  /** Whether a class is among these. */
  public boolean has(Permission permission) {
    return (bits & permission.bit()) != 0;
  }

  /** Whether at least one of the others is among these. */
  public boolean hasAnyOf(Permissions others) {
    return (bits & others.bits) != 0;
  }

  /** Whether all of the others are among these. */
  public boolean hasAllOf(Permissions others) {
    return (bits & others.bits) == others.bits;
  }

  /** Those that are in both. */
  public Permissions and(Permissions others) {
    return new Permissions(bits & others.bits);
  }

  /** {@code system,call,all}: the members by bit and the word that ends every list; or none. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "<none>";
    }
    return Arrays.stream(Permission.values())
            .filter(this::has)
            .map(Permission::word)
            .collect(Collectors.joining(","))
        + ",all";
  }
}
