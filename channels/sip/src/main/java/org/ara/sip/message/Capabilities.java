package org.ara.sip.message;

import java.util.Set;

/**
 * What this endpoint understands.
 *
 * @param allowed methods it serves, in the order of Allow
 * @param refused methods it knows but does not serve: 405 instead of 501
 * @param extensions option tags it supports, in lower case
 * @param bodyTypes media types it reads in INVITE and UPDATE, in lower case
 */
public record Capabilities(
    Set<Method> allowed, Set<Method> refused, Set<String> extensions, Set<String> bodyTypes) {}
