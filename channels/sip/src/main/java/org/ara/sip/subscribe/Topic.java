package org.ara.sip.subscribe;

import java.util.List;

/**
 * What a subscription is about, and how it is told.
 *
 * @param <T> a snapshot of it, comparable by equals
 */
interface Topic<T> {

  /** The event package. */
  String event();

  /** The type of the body. */
  String type();

  /** User part of the address at which the far end reaches it. */
  String user();

  /** The names of the things that it depends on, as changes of them are told. */
  List<String> things();

  /** As it is now; blocks while databases are asked. */
  T now();

  /**
   * The body of a NOTIFY.
   *
   * @param version counted from 0 in each subscription
   */
  String body(T snapshot, int version);

  /** A snapshot for lists. */
  String shown(T snapshot);

  /** The number for lists; {@code --} where there is none. */
  String number();

  /** The mailboxes for lists; {@code <none>} where there are none. */
  String mailboxes();
}
