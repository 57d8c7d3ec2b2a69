package org.ara.manager.ami.session;

import java.util.Optional;
import java.util.function.Predicate;
import org.ara.manager.ami.account.Account;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Request;

/**
 * Somebody who has logged in.
 *
 * @param account as it was at that moment
 * @param mask which of the events it may be told it wants
 */
record Login(Account account, Permissions mask) {

  Login wanting(Permissions other) {
    return new Login(account, other);
  }

  /** The classes of events it is told. */
  Permissions told() {
    return account.read().and(mask);
  }

  Request.Client client() {
    return new Request.Client(account.name(), account.write(), account.variables());
  }

  /** How a login ends. */
  sealed interface Verdict {

    /** It is them. */
    record Accepted(Account account) implements Verdict {}

    /** It is not, or they may not; which of it is for the log alone. */
    record Refused(SecurityEvents.Kind kind, String why) implements Verdict {}
  }

  /**
   * Whether a request proves to come from an account.
   *
   * @param mayComeFrom whether an account may be used from where the client is
   */
  static Verdict judge(
      Request request, String challenge, Optional<Account> found, Predicate<Account> mayComeFrom) {
    if (found.isEmpty()) {
      return new Verdict.Refused(SecurityEvents.Kind.INVALID_ACCOUNT, "no such account");
    }
    Account account = found.get();
    if (!mayComeFrom.test(account)) {
      return new Verdict.Refused(SecurityEvents.Kind.FAILED_ACL, "its address is not permitted");
    }
    if (request.text("AuthType").equalsIgnoreCase("MD5")) {
      return !challenge.isEmpty() && account.isKey(challenge, request.text("Key"))
          ? new Verdict.Accepted(account)
          : new Verdict.Refused(SecurityEvents.Kind.CHALLENGE_FAILED, "wrong key");
    }
    return account.isSecret(request.text("Secret"))
        ? new Verdict.Accepted(account)
        : new Verdict.Refused(SecurityEvents.Kind.INVALID_PASSWORD, "wrong password");
  }
}
