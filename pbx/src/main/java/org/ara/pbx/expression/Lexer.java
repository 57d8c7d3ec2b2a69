package org.ara.pbx.expression;

import java.util.List;

/**
 * Cuts an expression into tokens. A word is as long as can be, so {@code 10.0.0.1} is one;
 * characters that mean nothing are dropped.
 */
final class Lexer {

  private static final List<String> OPERATORS =
      List.of(
          "||", "&&", "==", "!=", "<=", ">=", "=~", "~~", "::", "?", ":", "|", "&", "=", "<", ">",
          "+", "-", "*", "/", "%", "!", "(", ")", ",");
  private static final String WORD_MARKS = ".';\\_^#@";

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  Token next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isWord(c)) {
        return word();
      }
      int quote = c == '"' ? text.indexOf('"', at + 1) : -1;
      if (quote >= 0) {
        Token string = new Token(Token.Kind.OPERAND, text.substring(at, quote + 1));
        at = quote + 1;
        return string;
      }
      for (String operator : OPERATORS) {
        if (text.startsWith(operator, at)) {
          at += operator.length();
          return new Token(Token.Kind.OPERATOR, operator);
        }
      }
      at++;
    }
    return Token.END;
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return new Token(Token.Kind.OPERAND, text.substring(start, at));
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c >= 0x80
        || WORD_MARKS.indexOf(c) >= 0;
  }
}
