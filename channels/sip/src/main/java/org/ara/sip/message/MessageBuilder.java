package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/**
 * What builders of requests and responses share. Content-Length is always set by {@code build()}.
 *
 * @param <B> the builder itself
 */
public abstract sealed class MessageBuilder<B extends MessageBuilder<B>>
    permits RequestBuilder, ResponseBuilder {
  final HeadersBuilder headers;
  byte[] body;

  MessageBuilder(HeadersBuilder headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  abstract B self();

  /**
   * Appends a header field.
   *
   * @throws IllegalArgumentException if the name is not a token or the value holds a line break
   */
  public B header(String name, String value) {
    headers.add(name, value);
    return self();
  }

  /** Makes a header field stand once; otherwise as {@link #header}. */
  public B replace(String name, String value) {
    headers.set(name, value);
    return self();
  }

  public B remove(String name) {
    headers.remove(name);
    return self();
  }

  /** Puts a Via above the others. */
  public B via(Via via) {
    headers.addFirst(HeaderName.VIA, via.toString());
    return self();
  }

  public B from(NameAddress from) {
    return replace(HeaderName.FROM, from.toString());
  }

  public B to(NameAddress to) {
    return replace(HeaderName.TO, to.toString());
  }

  public B callId(String callId) {
    return replace(HeaderName.CALL_ID, callId);
  }

  public B contact(NameAddress contact) {
    return replace(HeaderName.CONTACT, contact.toString());
  }

  /** Sets the body and its type; a null type with an empty body removes both. */
  public B body(@Nullable String contentType, byte[] octets) {
    body = octets.clone();
    return contentType == null
        ? remove(HeaderName.CONTENT_TYPE)
        : replace(HeaderName.CONTENT_TYPE, contentType);
  }

  final Headers finishedHeaders() {
    return headers.set(HeaderName.CONTENT_LENGTH, Integer.toString(body.length)).build();
  }
}
