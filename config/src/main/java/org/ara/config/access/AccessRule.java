package org.ara.config.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a permit or deny list: a network and whether it may.
 *
 * @param permit whether addresses in the network are allowed
 * @param network its address, host bits included as written
 * @param bits how many leading bits count
 */
public record AccessRule(boolean permit, InetAddress network, int bits) {

  /**
   * Reads {@code address}, {@code address/bits} or {@code address/mask}; {@code !} before it turns
   * permit into deny. No name server is asked.
   */
  public static Optional<AccessRule> parse(boolean permit, String text) {
    String entry = text.strip();
    if (entry.startsWith("!")) {
      return parse(!permit, entry.substring(1));
    }
    int slash = entry.indexOf('/');
    Optional<InetAddress> network = literal(slash < 0 ? entry : entry.substring(0, slash));
    if (network.isEmpty()) {
      return Optional.empty();
    }
    int width = network.get().getAddress().length * 8;
    int bits = slash < 0 ? width : bits(entry.substring(slash + 1), width);
    return bits < 0 ? Optional.empty() : Optional.of(new AccessRule(permit, network.get(), bits));
  }

  /**
   * Reads several of them, separated by commas.
   *
   * @return empty if one of them cannot be understood
   */
  public static Optional<List<AccessRule>> parseAll(boolean permit, String text) {
    List<AccessRule> rules = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      Optional<AccessRule> rule = parse(permit, entry);
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      rules.add(rule.get());
    }
    return Optional.of(List.copyOf(rules));
  }

  private static Optional<InetAddress> literal(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
    try {
      return Optional.of(
          InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static int bits(String text, int width) {
    if (text.matches("[0-9]{1,3}")) {
      int bits = Integer.parseInt(text);
      return bits <= width ? bits : -1;
    }
    return literal(text)
        .filter(mask -> mask.getAddress().length * 8 == width)
        .map(mask -> leadingOnes(mask.getAddress()))
        .orElse(-1);
  }

  private static int leadingOnes(byte[] mask) {
    int ones = 0;
    boolean ended = false;
    for (byte b : mask) {
      for (int bit = 7; bit >= 0; bit--) {
        boolean set = (b >> bit & 1) != 0;
        if (set && ended) {
          return -1;
        }
        ended |= !set;
        ones += set ? 1 : 0;
      }
    }
    return ones;
  }

  /** Whether an address lies in the network; one of the other IP version never does. */
  public boolean covers(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((ours[bit >> 3] ^ theirs[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code permit 10.0.0.0/8}. */
  @Override
  public String toString() {
    return (permit ? "permit " : "deny ") + network.getHostAddress() + "/" + bits;
  }
}
