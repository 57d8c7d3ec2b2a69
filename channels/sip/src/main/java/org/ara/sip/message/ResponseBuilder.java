package org.ara.sip.message;

import org.jspecify.annotations.Nullable;

/** Builds a {@link SipResponse}. */
public final class ResponseBuilder extends MessageBuilder<ResponseBuilder> {
  private static final byte[] NO_BODY = new byte[0];
  private final int status;
  private final String reason;

  ResponseBuilder(int status, String reason, HeadersBuilder headers, byte[] body) {
    super(headers, body);
    this.status = status;
    this.reason = reason;
  }

  static ResponseBuilder answering(
      SipRequest request, int status, String reason, @Nullable String toTag) {
    Headers asked = request.headers();
    boolean routed = status > 100 && status < 300;
    HeadersBuilder headers = new HeadersBuilder();
    for (int i = 0; i < asked.size(); i++) {
      switch (asked.name(i)) {
        case HeaderName.VIA, HeaderName.FROM, HeaderName.CALL_ID, HeaderName.CSEQ ->
            headers.add(asked.name(i), asked.value(i));
        case HeaderName.TIMESTAMP -> {
          if (status == 100) {
            headers.add(HeaderName.TIMESTAMP, asked.value(i));
          }
        }
        case HeaderName.RECORD_ROUTE -> {
          if (routed) {
            headers.add(HeaderName.RECORD_ROUTE, asked.value(i));
          }
        }
        case HeaderName.TO -> {
          boolean tagged = status == 100 || request.to().tag() != null;
          String tag = toTag == null ? Tags.derivedFrom(asked) : toTag;
          headers.add(HeaderName.TO, tagged ? asked.value(i) : asked.value(i) + ";tag=" + tag);
        }
        default -> {}
      }
    }
    return new ResponseBuilder(status, reason, headers, NO_BODY);
  }

  @Override
  ResponseBuilder self() {
    return this;
  }

  public SipResponse build() {
    return new SipResponse(status, reason, finishedHeaders(), body);
  }
}
