package org.ara.testkit.sip;

/**
 * A request.
 *
 * @param method in capitals
 * @param uri the request URI
 */
public record SipRequest(String method, String uri, Headers headers, String body)
    implements SipMessage {

  @Override
  public String startLine() {
    return method + " " + uri + " SIP/2.0";
  }
}
