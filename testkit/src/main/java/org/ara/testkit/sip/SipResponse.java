package org.ara.testkit.sip;

/**
 * A response.
 *
 * @param status 100 to 699
 * @param reason the words after it
 */
public record SipResponse(int status, String reason, Headers headers, String body)
    implements SipMessage {

  @Override
  public String startLine() {
    return "SIP/2.0 " + status + " " + reason;
  }

  /** Whether more responses are to come. */
  public boolean provisional() {
    return status < 200;
  }

  /** Whether it is a 2xx. */
  public boolean success() {
    return status / 100 == 2;
  }
}
