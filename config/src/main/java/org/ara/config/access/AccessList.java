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
