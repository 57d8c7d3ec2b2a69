package org.ara.sip.defence;

/**
 * How much work strangers may make.
 *
 * @param unproven requests a second from one address that may be looked up without a password; 0 is
 *     no limit
 * @param failures wrong passwords a minute from one address; 0 is no limit
 */
public record DefenceLimits(int unproven, int failures) {}
