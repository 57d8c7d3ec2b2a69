package org.ara.config.syntax;

/**
 * A piece of a physical line.
 *
 * @param start its first character
 * @param end behind its last character; equal to {@code start} if it is empty
 */
record Span(int start, int end) {}
