package org.ara.sip.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A response.
 *
 * @param status 100 to 699
 * @param reason the phrase after the code, possibly empty
 * @param headers all header fields in their order
 * @param body possibly of length 0; handed over, not to be changed afterwards
 */
public record SipResponse(int status, String reason, Headers headers, byte[] body)
    implements SipMessage {
  /**
   * @throws IllegalArgumentException if the status is not 100 to 699 or the phrase holds a line
   *     break
   */
  public SipResponse {
    if (status < 100 || status > 699) {
      throw new IllegalArgumentException("status code " + status + " is not 100 to 699");
    }
    if (Grammar.breaksLine(reason)) {
      throw new IllegalArgumentException("line break in the reason phrase");
    }
  }

  /** Starts a copy. */
  public ResponseBuilder toBuilder() {
    return new ResponseBuilder(status, reason, headers.toBuilder(), body);
  }

  public boolean isProvisional() {
    return status < 200;
  }

  public boolean isFinal() {
    return status >= 200;
  }

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String startLine() {
    return "SIP/2.0 " + status + " " + reason;
  }

  public SipResponse withHeaders(Headers newHeaders) {
    return new SipResponse(status, reason, newHeaders, body);
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
    return other instanceof SipResponse that
        && status == that.status
        && reason.equals(that.reason)
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
