package org.ara.pbx.expression;

/**
 * One token of an expression.
 *
 * @param kind what it is
 * @param text as written, quotes included
 */
record Token(Kind kind, String text) {

  static final Token END = new Token(Kind.END, "");

  enum Kind {
    /** A number, a word or a quoted string. */
    OPERAND,
    OPERATOR,
    END
  }

  boolean isOperator(String wanted) {
    return kind == Kind.OPERATOR && text.equals(wanted);
  }
}
