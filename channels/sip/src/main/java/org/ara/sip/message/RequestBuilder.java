package org.ara.sip.message;

/** Builds a {@link SipRequest}. */
public final class RequestBuilder extends MessageBuilder<RequestBuilder> {
  private final Method method;
  private final Uri uri;

  RequestBuilder(Method method, Uri uri, HeadersBuilder headers, byte[] body) {
    super(headers, body);
    this.method = method;
    this.uri = uri;
  }

  @Override
  RequestBuilder self() {
    return this;
  }

  /** Sets CSeq with the method of the request. */
  public RequestBuilder cseq(long number) {
    return replace(HeaderName.CSEQ, new CSeq(number, method).toString());
  }

  public RequestBuilder maxForwards(int hops) {
    return replace(HeaderName.MAX_FORWARDS, Integer.toString(hops));
  }

  public SipRequest build() {
    return new SipRequest(method, uri, finishedHeaders(), body);
  }
}
