package org.ara.manager.ami.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.ara.config.access.AccessList;
import org.ara.manager.ami.event.EventFilter;
import org.ara.module.manager.Permissions;

/**
 * Somebody who may log in, with what they may do. A session keeps the one it logged in with, so
 * that a reload changes nothing for it.
 *
 * @param name compared ignoring case
 * @param secret never printed; empty if it cannot log in
 * @param access where it may come from
 * @param lists the names of access lists that must all let it in besides
 * @param read the classes of events it may be told
 * @param write the classes of actions it may ask for
 * @param displayConnects whether its logins are logged
 * @param allowMultiple whether it may have several sessions
 * @param writeTimeout how long it may read nothing
 * @param variables {@code name=value} for the channels it originates
 * @param filters which events it is told
 */
public record Account(
    String name,
    String secret,
    AccessList access,
    List<String> lists,
    Permissions read,
    Permissions write,
    boolean displayConnects,
    boolean allowMultiple,
    Duration writeTimeout,
    List<String> variables,
    List<EventFilter> filters) {

  public Account {
    lists = List.copyOf(lists);
    variables = List.copyOf(variables);
    filters = List.copyOf(filters);
  }

  /** Whether it may not come from everywhere. */
  public boolean isLimited() {
    return !access.isOpen() || !lists.isEmpty();
  }

  /** Whether this is its password; takes as long whatever is wrong with it. */
  public boolean isSecret(String offered) {
    return !secret.isEmpty() && MessageDigest.isEqual(bytes(secret), bytes(offered));
  }

  /** Whether this is what its password and a challenge give. */
  public boolean isKey(String challenge, String offered) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(bytes(Md5.hex(challenge + secret)), bytes(offered));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
