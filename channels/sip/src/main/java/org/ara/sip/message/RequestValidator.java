package org.ara.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checks that a user agent server makes of every request before it looks at its meaning (RFC
 * 3261 section 8.2), in the order of that section. Not for ACK, which has no answer.
 */
public final class RequestValidator {
  private final Capabilities capabilities;
  private final String allow;

  public RequestValidator(Capabilities capabilities) {
    this.capabilities = capabilities;
    this.allow =
        capabilities.allowed().stream()
            .map(Method::name)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** The value for Allow. */
  public String allow() {
    return allow;
  }

  /** The answer if the request must be refused; empty if it may be processed. */
  public Optional<SipResponse> refusal(SipRequest request) {
    try {
      ResponseBuilder refusal = check(request);
      return refusal == null ? Optional.empty() : Optional.of(refusal.build());
    } catch (SipSyntaxException e) {
      return Optional.of(request.response(400, "Bad Request (" + e.getMessage() + ")").build());
    }
  }

  private @Nullable ResponseBuilder check(SipRequest request) {
    Method method = request.method();
    if (!capabilities.allowed().contains(method)) {
      int status = capabilities.refused().contains(method) ? 405 : 501;
      return request.response(status).header(HeaderName.ALLOW, allow);
    }
    if (!request.cseq().method().equals(method)) {
      return request.response(400, "Bad Request (CSeq is of another method)");
    }
    if (!(request.uri() instanceof SipUri uri)) {
      return request.response(416);
    }
    if (!uri.headers().isEmpty()) {
      return request.response(400, "Bad Request (Request-URI with header fields)");
    }
    if (method.equals(Method.REGISTER) && !(request.to().uri() instanceof SipUri)) {
      return request.response(400, "Bad Request (To is no sip or sips URI)");
    }
    if (request.hasWildcardContact() && !method.equals(Method.REGISTER)) {
      return request.response(400, "Bad Request (Contact * outside REGISTER)");
    }
    readAddresses(request);
    List<String> unsupported = unsupported(request);
    if (!unsupported.isEmpty()) {
      return request.response(420).header(HeaderName.UNSUPPORTED, String.join(", ", unsupported));
    }
    return method.equals(Method.INVITE) || method.equals(Method.UPDATE)
        ? checkSession(request)
        : null;
  }

  /** Reads what dialogs and registrar will use, so that it fails here if it fails. */
  private static void readAddresses(SipRequest request) {
    request.contacts();
    request.routes();
    request.recordRoutes();
  }

  private List<String> unsupported(SipRequest request) {
    if (!request.headers().contains(HeaderName.REQUIRE) || request.method().equals(Method.CANCEL)) {
      return List.of();
    }
    List<String> unsupported = new ArrayList<>();
    for (String tag : request.headers().values(HeaderName.REQUIRE)) {
      if (!capabilities.extensions().contains(tag.toLowerCase(Locale.ROOT))) {
        unsupported.add(tag);
      }
    }
    return unsupported;
  }

  private @Nullable ResponseBuilder checkSession(SipRequest request) {
    if (request.sharedBody().length > 0 && !isReadable(request)) {
      return request
          .response(415)
          .header(HeaderName.ACCEPT, String.join(", ", capabilities.bodyTypes()))
          .header(HeaderName.ACCEPT_ENCODING, "identity");
    }
    if (!accepts(request)) {
      return request
          .response(406)
          .header(
              HeaderName.WARNING,
              "399 ara \"Accept names none of "
                  + String.join(", ", capabilities.bodyTypes())
                  + "\"");
    }
    return null;
  }

  private boolean isReadable(SipRequest request) {
    String disposition = request.headers().first(HeaderName.CONTENT_DISPOSITION);
    if (disposition != null
        && disposition.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=optional")) {
      return true;
    }
    String encoding = request.headers().first(HeaderName.CONTENT_ENCODING);
    String type = request.contentType();
    return (encoding == null || encoding.equalsIgnoreCase("identity"))
        && type != null
        && capabilities.bodyTypes().contains(type);
  }

  private boolean accepts(SipRequest request) {
    List<String> ranges = request.headers().values(HeaderName.ACCEPT);
    if (!request.headers().contains(HeaderName.ACCEPT)) {
      return true;
    }
    for (String range : ranges) {
      int semicolon = range.indexOf(';');
      String type =
          (semicolon < 0 ? range : range.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
      for (String ours : capabilities.bodyTypes()) {
        if (type.equals("*/*")
            || type.equals(ours)
            || type.equals(ours.substring(0, ours.indexOf('/')) + "/*")) {
          return true;
        }
      }
    }
    return false;
  }
}
