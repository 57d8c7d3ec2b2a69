package org.ara.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ara.sip.message.Parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads {@code sip:} and {@code sips:} URIs by the grammar of RFC 3261 section 25.1. */
final class SipUriParser {
  private SipUriParser() {}

  static boolean isSip(String text, int colon) {
    return (colon == 3 || colon == 4) && text.regionMatches(true, 0, "sips", 0, colon);
  }

  static SipUri parse(String text) {
    int colon = text.indexOf(':');
    boolean secure = colon == 4;
    // '@' may stand unescaped nowhere else, while the user part may hold ';' and '?'
    int at = text.indexOf('@', colon + 1);
    String user = null;
    String password = null;
    if (at >= 0) {
      int split = text.indexOf(':', colon + 1);
      int userEnd = split >= 0 && split < at ? split : at;
      user = Escapes.decode(text.substring(colon + 1, userEnd), Grammar::isUserChar, "user part");
      if (user.isEmpty()) {
        throw new SipSyntaxException("empty user part: " + Grammar.quoteForLog(text));
      }
      if (userEnd < at) {
        password =
            Escapes.decode(text.substring(userEnd + 1, at), Grammar::isPasswordChar, "password");
      }
    }
    int place = at >= 0 ? at + 1 : colon + 1;
    int question = text.indexOf('?', place);
    int end = question >= 0 ? question : text.length();
    int semicolon = text.indexOf(';', place);
    int placeEnd = semicolon >= 0 && semicolon < end ? semicolon : end;
    int portColon = portColon(text, place, placeEnd);
    String host = host(text, place, portColon >= 0 ? portColon : placeEnd);
    int port = portColon >= 0 ? Host.port(text.substring(portColon + 1, placeEnd)) : 0;
    Parameters parameters =
        placeEnd < end
            ? pairs(
                text.substring(placeEnd + 1, end), ';', Grammar::isParameterChar, "URI parameter")
            : Parameters.NONE;
    Parameters headers =
        question >= 0
            ? pairs(text.substring(question + 1), '&', Grammar::isUriHeaderChar, "URI header")
            : Parameters.NONE;
    return new SipUri(secure, user, password, host, port, parameters, headers);
  }

  private static int portColon(String text, int from, int to) {
    int start = from < to && text.charAt(from) == '[' ? text.indexOf(']', from) : from;
    int colon = start < 0 ? -1 : text.indexOf(':', start);
    return colon >= 0 && colon < to ? colon : -1;
  }

  private static String host(String text, int from, int to) {
    String host = text.substring(from, to);
    String bare = Host.withoutBrackets(host);
    if (bare.indexOf(':') >= 0 && bare.length() == host.length()) {
      throw new SipSyntaxException("IPv6 address without brackets: " + Grammar.quoteForLog(text));
    }
    return bare;
  }

  private static Parameters pairs(String text, char separator, IntPredicate allowed, String part) {
    List<Parameter> list = new ArrayList<>(4);
    int start = 0;
    while (start <= text.length()) {
      int next = text.indexOf(separator, start);
      int end = next >= 0 ? next : text.length();
      int equals = text.indexOf('=', start);
      boolean hasValue = equals >= 0 && equals < end;
      String name = Escapes.decode(text.substring(start, hasValue ? equals : end), allowed, part);
      @Nullable String value =
          hasValue ? Escapes.decode(text.substring(equals + 1, end), allowed, part) : null;
      if (name.isEmpty() || (value != null && value.isEmpty() && separator == ';')) {
        throw new SipSyntaxException("empty " + part + ": " + Grammar.quoteForLog(text));
      }
      list.add(new Parameter(name, value));
      start = end + 1;
    }
    return new Parameters(list);
  }
}
