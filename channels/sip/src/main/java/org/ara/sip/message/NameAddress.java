package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/**
 * The value of From, To, Contact, Route and their like (RFC 3261 section 20.10): a URI with an
 * optional display name and parameters of the header field.
 *
 * @param displayName unquoted and unescaped; null if there is none
 * @param uri the address; its own parameters stay with it
 * @param parameters those of the header field ({@code tag}, {@code expires}, {@code q}...)
 */
public record NameAddress(@Nullable String displayName, Uri uri, Parameters parameters) {
  /** An address without display name and parameters. */
  public static NameAddress of(Uri uri) {
    return new NameAddress(null, uri, Parameters.NONE);
  }

  /**
   * Reads exactly one value.
   *
   * @throws SipSyntaxException if the text is something else
   */
  public static NameAddress parse(String text) {
    Cursor cursor = new Cursor(text);
    NameAddress address = read(cursor);
    cursor.expectEnd();
    return address;
  }

  private static NameAddress read(Cursor cursor) {
    cursor.skipSpace();
    String display = null;
    if (cursor.peek() == '"') {
      display = cursor.quotedString();
      cursor.skipSpace();
      if (cursor.peek() != '<') {
        throw cursor.error("expected '<' after the display name");
      }
    } else {
      // no display name may hold these unquoted, but a bare URI holds ':'
      String head = cursor.until("<;,?\"").strip();
      if (cursor.peek() != '<') {
        return bare(cursor, head);
      }
      if (head.indexOf(':') >= 0) {
        throw cursor.error("':' in an unquoted display name before");
      }
      display = head.isEmpty() ? null : head;
    }
    cursor.skip();
    Uri uri = Uri.parse(cursor.until(">"));
    if (cursor.peek() != '>') {
      throw cursor.error("closing '>' missing");
    }
    cursor.skip();
    return new NameAddress(display, uri, cursor.parameters());
  }

  /** A URI without angle brackets: what follows a semicolon belongs to the header field. */
  private static NameAddress bare(Cursor cursor, String uri) {
    if (cursor.peek() == '?' || cursor.peek() == ',' || cursor.peek() == '"') {
      throw cursor.error("URI needs angle brackets before");
    }
    return new NameAddress(null, Uri.parse(uri), cursor.parameters());
  }

  /** The tag of From and To; null if there is none. */
  public @Nullable String tag() {
    return parameters.get("tag");
  }

  public NameAddress withTag(String tag) {
    return withParameter("tag", tag);
  }

  /** This address with one parameter of the header field set; a null value makes a flag. */
  public NameAddress withParameter(String name, @Nullable String value) {
    return new NameAddress(displayName, uri, parameters.with(name, value));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(96);
    if (displayName != null) {
      Grammar.quote(out, displayName);
      out.append(' ');
    }
    out.append('<').append(uri).append('>');
    parameters.appendTo(out);
    return out.toString();
  }
}
