package org.ara.config.syntax;

/**
 * One physical line and what it says.
 *
 * @param number counted from 1 in its own file
 * @param raw all of it, one character per byte, its line end included
 * @param statement what it says
 * @param span where the statement is in {@code raw}: from its first to behind its last character
 * @param value where the value of an assignment is in {@code raw}; empty and meaningless otherwise
 * @param blockDelimited whether a block comment starts or ends on it
 * @param endsInBlock whether its end is inside a block comment
 */
record Line(
    long number,
    String raw,
    Statement statement,
    Span span,
    Span value,
    boolean blockDelimited,
    boolean endsInBlock) {}
