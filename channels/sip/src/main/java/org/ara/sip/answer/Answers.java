package org.ara.sip.answer;

import java.util.List;
import org.ara.module.VisibleText;
import org.ara.realtime.Outage;
import org.ara.sip.digest.Challenge;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;

/** Responses that look the same wherever they are given. */
public final class Answers {

  /** The methods of {@code Allow}. */
  public static final String ALLOWED =
      "INVITE, ACK, CANCEL, OPTIONS, BYE, INFO, UPDATE, PRACK, REFER, NOTIFY, SUBSCRIBE";

  /** The extensions of {@code Supported}. */
  public static final String SUPPORTED = "replaces, timer, 100rel";

  /** When to try again after a 503. */
  public static final String RETRY_SECONDS = "5";

  private Answers() {}

  /** A response with the server's name on it. */
  public static ResponseBuilder of(State state, SipRequest request, int status) {
    return request.response(status).header(HeaderName.SERVER, state.settings().userAgent());
  }

  /** A response with a reason of its own. */
  public static SipResponse of(State state, SipRequest request, int status, String reason) {
    return request
        .response(status, reason)
        .header(HeaderName.SERVER, state.settings().userAgent())
        .build();
  }

  /** 503 with a time to try again: the database could not be asked. */
  public static SipResponse unavailable(State state, SipRequest request, Outage outage) {
    String whom = request.to().uri() instanceof SipUri uri ? uri.toPublicText() : "somebody";
    state
        .complaints()
        .warn("{} for '{}' answered 503: {}", request.method(), whom, outage.message());
    return of(state, request, 503).header(HeaderName.RETRY_AFTER, RETRY_SECONDS).build();
  }

  /** 503 with a time to try again: there is no room just now. */
  public static SipResponse busy(State state, SipRequest request, String why) {
    return request
        .response(503, "Service Unavailable (" + why + ')')
        .header(HeaderName.SERVER, state.settings().userAgent())
        .header(HeaderName.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }

  /** 422: a session is to be refreshed too often (RFC 4028 section 5). */
  public static SipResponse tooShort(State state, SipRequest request, int minimum) {
    return of(state, request, 422).header(HeaderName.MIN_SE, Integer.toString(minimum)).build();
  }

  /** A refusal that says why in a Warning (RFC 3261 section 20.43), whatever the text holds. */
  public static ResponseBuilder warning(State state, SipRequest request, int status, String why) {
    String text = VisibleText.line(why).replace('\\', '/').replace('"', '\'');
    return of(state, request, status).header(HeaderName.WARNING, "399 ara \"" + text + '"');
  }

  /** 401 with the challenges, the most widely understood first. */
  static SipResponse challenge(State state, SipRequest request, List<Challenge> challenges) {
    ResponseBuilder response = of(state, request, 401);
    challenges.forEach(c -> response.header("WWW-Authenticate", c.format()));
    return response.build();
  }

  /** What this server can do. */
  public static SipResponse options(State state, SipRequest request) {
    return of(state, request, 200)
        .header(HeaderName.ALLOW, ALLOWED)
        .header(HeaderName.ACCEPT, "application/sdp")
        .header(HeaderName.SUPPORTED, SUPPORTED)
        .build();
  }

  /** 405 with what could be asked instead, or 501 for a method nobody knows. */
  public static SipResponse notAllowed(State state, SipRequest request) {
    boolean known =
        List.of(Method.MESSAGE, Method.NOTIFY, Method.PRACK, Method.PUBLISH, Method.REFER)
                .contains(request.method())
            || List.of(Method.SUBSCRIBE, Method.UPDATE, Method.INFO, Method.BYE)
                .contains(request.method());
    return of(state, request, known ? 405 : 501).header(HeaderName.ALLOW, ALLOWED).build();
  }
}
