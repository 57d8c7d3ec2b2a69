package org.ara.sip.name;

/**
 * A NAPTR record: where to look on for a service (RFC 3403).
 *
 * @param order the lowest counts first
 * @param preference the lowest among those of one order
 * @param flags {@code s}: the replacement has SRV records, {@code a}: it has addresses
 * @param service such as {@code SIP+D2U}
 * @param replacement the name to look up next
 */
public record Pointer(
    int order, int preference, String flags, String service, String replacement) {}
