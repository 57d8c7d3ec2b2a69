package org.ara.sip.defence;

/**
 * What stands before everything that costs work.
 *
 * @param defence decides
 * @param alarm tells
 */
public record Guard(Defence defence, Alarm alarm) {

  /** The same guard with other limits. */
  public Guard with(DefenceLimits limits) {
    return new Guard(defence.with(limits), alarm);
  }
}
