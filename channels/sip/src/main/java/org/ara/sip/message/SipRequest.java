package org.ara.sip.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method what is asked for
 * @param uri the Request-URI
 * @param headers all header fields in their order
 * @param body possibly of length 0; handed over, not to be changed afterwards
 */
public record SipRequest(Method method, Uri uri, Headers headers, byte[] body)
    implements SipMessage {
  private static final byte[] NO_BODY = new byte[0];

  /** Starts a request without header fields and body. */
  public static RequestBuilder builder(Method method, Uri uri) {
    return new RequestBuilder(method, uri, new HeadersBuilder(), NO_BODY);
  }

  /** Starts a copy. */
  public RequestBuilder toBuilder() {
    return new RequestBuilder(method, uri, headers.toBuilder(), body);
  }

  /** Starts the answer with the usual reason phrase; see {@link #response(int, String, String)}. */
  public ResponseBuilder response(int status) {
    return response(status, ReasonPhrase.of(status), null);
  }

  /** Starts the answer with this reason phrase; see {@link #response(int, String, String)}. */
  public ResponseBuilder response(int status, String reason) {
    return response(status, reason, null);
  }

  /**
   * Starts the answer: Via, From, To, Call-ID, CSeq, and for 101 to 299 Record-Route, copied (RFC
   * 3261 section 8.2.6.2).
   *
   * @param status 100 to 699
   * @param reason the phrase of the status line
   * @param toTag the tag that To gets unless it has one; null for one made from the request, the
   *     same for each retransmission. A 100 gets none.
   */
  public ResponseBuilder response(int status, String reason, @Nullable String toTag) {
    return ResponseBuilder.answering(this, status, reason, toTag);
  }

  @Override
  public String startLine() {
    return method.name() + " " + uri + " SIP/2.0";
  }

  public SipRequest withUri(Uri newUri) {
    return new SipRequest(method, newUri, headers, body);
  }

  public SipRequest withHeaders(Headers newHeaders) {
    return new SipRequest(method, uri, newHeaders, body);
  }

  @Override
  public byte[] body() {
    return body.length == 0 ? body : body.clone();
  }

  @Override
  public byte[] sharedBody() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SipRequest that
        && method.equals(that.method)
        && uri.equals(that.uri)
        && headers.equals(that.headers)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return headers.hashCode();
  }

  @Override
  public String toString() {
    return startLine() + "\n" + headers + "(" + body.length + " octets)";
  }
}
