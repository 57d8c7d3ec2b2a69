package org.ara.config.access;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may, by address: every rule is compared, the last one that covers the address decides, and
 * none means yes.
 */
public final class AccessList {

  /** Everybody may. */
  public static final AccessList OPEN = new AccessList(List.of());

  /** Nobody may: what holds where a list cannot be understood. */
  public static final AccessList CLOSED =
      new AccessList(
          List.of(
              new AccessRule(false, InetAddress.ofLiteral("0.0.0.0"), 0),
              new AccessRule(false, InetAddress.ofLiteral("::"), 0)));

  private final List<AccessRule> rules;

  /** A list of these rules, in the order in which they are written. */
  public AccessList(List<AccessRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Whether an address may. */
  public boolean permits(InetAddress address) {
    for (AccessRule rule : rules.reversed()) {
      if (rule.covers(address)) {
        return rule.permit();
      }
    }
    return true;
  }

  /** The rules as they are written. */
  public List<AccessRule> rules() {
    return rules;
  }

  /** Whether there is no rule at all. */
  public boolean isOpen() {
    return rules.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessList list && list.rules.equals(rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }
}
