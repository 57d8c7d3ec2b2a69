package org.ara.sip.defence;

/**
 * What stands before everything that costs work.
 *
 * @param defence decides
 * @param log is told
 */
public record Guard(Defence defence, SecurityLog log) {

  /** The same guard with other limits. */
  public Guard with(DefenceLimits limits) {
    return new Guard(defence.with(limits), log);
  }
}
