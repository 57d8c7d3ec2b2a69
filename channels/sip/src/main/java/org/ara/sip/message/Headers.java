package org.ara.sip.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a message, in their order, immutable. Values are kept as they came
 * (unfolded, trimmed); names compare without case and compact forms count as the long ones.
 */
public final class Headers {
  /** No header fields. */
  public static final Headers EMPTY = new Headers(new String[0], new String[0]);

  private final String[] names;
  private final String[] values;
  // parsed on first use; a race costs a second parse of the same immutable text
  private @Nullable Via topVia;
  private @Nullable NameAddress from;
  private @Nullable NameAddress to;
  private @Nullable CSeq cseq;
  private @Nullable List<NameAddress> contacts;

  Headers(String[] names, String[] values) {
    this.names = names;
    this.values = values;
  }

  /** The number of lines. */
  public int size() {
    return names.length;
  }

  /** The name of a line, in the usual spelling where we know it. */
  public String name(int index) {
    return names[index];
  }

  /** The value of a line. */
  public String value(int index) {
    return values[index];
  }

  /** The first value of this name as a whole line; null if there is none. */
  public @Nullable String first(String name) {
    int index = indexOf(name);
    return index < 0 ? null : values[index];
  }

  /** The first value of this name. */
  String required(String name) {
    String value = first(name);
    if (value == null) {
      throw new SipSyntaxException("missing " + name);
    }
    return value;
  }

  public boolean contains(String name) {
    return indexOf(name) >= 0;
  }

  /** Whole lines of this name, never split at commas. */
  public List<String> all(String name) {
    String canonical = HeaderName.canonical(name);
    List<String> found = new ArrayList<>(2);
    for (int i = 0; i < names.length; i++) {
      if (same(names[i], canonical)) {
        found.add(values[i]);
      }
    }
    return found;
  }

  /**
   * The values of this name, split at commas where the grammar makes the field a list (Via,
   * Contact, Allow...).
   */
  public List<String> values(String name) {
    String canonical = HeaderName.canonical(name);
    if (!HeaderNames.isList(canonical)) {
      return all(name);
    }
    List<String> found = new ArrayList<>(4);
    for (int i = 0; i < names.length; i++) {
      if (same(names[i], canonical)) {
        CommaList.split(values[i], found);
      }
    }
    return found;
  }

  /** These headers with this name standing once: at the place of its first line, or at the end. */
  public Headers with(String name, String value) {
    return toBuilder().set(name, value).build();
  }

  /** These headers with one line more at the end. */
  public Headers adding(String name, String value) {
    return toBuilder().add(name, value).build();
  }

  /** These headers without any line of this name. */
  public Headers without(String name) {
    return contains(name) ? toBuilder().remove(name).build() : this;
  }

  /** These headers with the topmost Via, be it alone in its line or not, replaced. */
  public Headers withTopVia(Via via) {
    int index = indexOf(HeaderName.VIA);
    List<String> list = new ArrayList<>(2);
    CommaList.split(values[index], list);
    list.set(0, via.toString());
    String[] changed = values.clone();
    changed[index] = String.join(", ", list);
    Headers headers = new Headers(names, changed);
    headers.topVia = via;
    headers.from = from;
    headers.to = to;
    headers.cseq = cseq;
    headers.contacts = contacts;
    return headers;
  }

  public HeadersBuilder toBuilder() {
    return new HeadersBuilder(names, values);
  }

  Via topVia() {
    Via via = topVia;
    if (via == null) {
      via = Via.parse(CommaList.first(required(HeaderName.VIA)));
      topVia = via;
    }
    return via;
  }

  NameAddress from() {
    NameAddress address = from;
    if (address == null) {
      address = NameAddress.parse(required(HeaderName.FROM));
      from = address;
    }
    return address;
  }

  NameAddress to() {
    NameAddress address = to;
    if (address == null) {
      address = NameAddress.parse(required(HeaderName.TO));
      to = address;
    }
    return address;
  }

  CSeq cseq() {
    CSeq parsed = cseq;
    if (parsed == null) {
      parsed = CSeq.parse(required(HeaderName.CSEQ));
      cseq = parsed;
    }
    return parsed;
  }

  List<NameAddress> contacts() {
    List<NameAddress> parsed = contacts;
    if (parsed == null) {
      parsed = addresses(HeaderName.CONTACT);
      contacts = parsed;
    }
    return parsed;
  }

  List<NameAddress> addresses(String name) {
    return contains(name) ? values(name).stream().map(NameAddress::parse).toList() : List.of();
  }

  private int indexOf(String name) {
    int index = exactIndexOf(name);
    return index >= 0 ? index : exactIndexOf(HeaderName.canonical(name));
  }

  private int exactIndexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (same(names[i], name)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("ReferenceEquality") // the usual case is one of the constants
  private static boolean same(String a, String b) {
    return a == b || a.equalsIgnoreCase(b);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Headers that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64 * names.length);
    for (int i = 0; i < names.length; i++) {
      out.append(names[i]).append(": ").append(values[i]).append('\n');
    }
    return out.toString();
  }
}
