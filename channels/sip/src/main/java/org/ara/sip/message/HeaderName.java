package org.ara.sip.message;

/**
 * The names of header fields that we know, in their usual spelling (RFC 3261 section 20 and the
 * registry that grew from it). Names on the wire compare without case; every spelling and compact
 * form of a name below becomes the constant itself.
 */
public final class HeaderName {
  public static final String ACCEPT = "Accept";
  public static final String ACCEPT_CONTACT = "Accept-Contact";
  public static final String ACCEPT_ENCODING = "Accept-Encoding";
  public static final String ACCEPT_LANGUAGE = "Accept-Language";
  public static final String ALERT_INFO = "Alert-Info";
  public static final String ALLOW = "Allow";
  public static final String ALLOW_EVENTS = "Allow-Events";
  public static final String AUTHENTICATION_INFO = "Authentication-Info";
  public static final String AUTHORIZATION = "Authorization";
  public static final String CALL_ID = "Call-ID";
  public static final String CALL_INFO = "Call-Info";
  public static final String CONTACT = "Contact";
  public static final String CONTENT_DISPOSITION = "Content-Disposition";
  public static final String CONTENT_ENCODING = "Content-Encoding";
  public static final String CONTENT_LANGUAGE = "Content-Language";
  public static final String CONTENT_LENGTH = "Content-Length";
  public static final String CONTENT_TYPE = "Content-Type";
  public static final String CSEQ = "CSeq";
  public static final String DATE = "Date";
  public static final String DIVERSION = "Diversion";
  public static final String ERROR_INFO = "Error-Info";
  public static final String EVENT = "Event";
  public static final String EXPIRES = "Expires";
  public static final String FROM = "From";
  public static final String GEOLOCATION = "Geolocation";
  public static final String HISTORY_INFO = "History-Info";
  public static final String IDENTITY = "Identity";
  public static final String IN_REPLY_TO = "In-Reply-To";
  public static final String MAX_FORWARDS = "Max-Forwards";
  public static final String MIME_VERSION = "MIME-Version";
  public static final String MIN_EXPIRES = "Min-Expires";
  public static final String MIN_SE = "Min-SE";
  public static final String ORGANIZATION = "Organization";
  public static final String P_ASSERTED_IDENTITY = "P-Asserted-Identity";
  public static final String P_PREFERRED_IDENTITY = "P-Preferred-Identity";
  public static final String PATH = "Path";
  public static final String PRIORITY = "Priority";
  public static final String PRIVACY = "Privacy";
  public static final String PROXY_AUTHENTICATE = "Proxy-Authenticate";
  public static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
  public static final String PROXY_REQUIRE = "Proxy-Require";
  public static final String RACK = "RAck";
  public static final String REASON = "Reason";
  public static final String RECORD_ROUTE = "Record-Route";
  public static final String REFER_SUB = "Refer-Sub";
  public static final String REFER_TO = "Refer-To";
  public static final String REFERRED_BY = "Referred-By";
  public static final String REJECT_CONTACT = "Reject-Contact";
  public static final String REMOTE_PARTY_ID = "Remote-Party-ID";
  public static final String REPLACES = "Replaces";
  public static final String REPLY_TO = "Reply-To";
  public static final String REQUEST_DISPOSITION = "Request-Disposition";
  public static final String REQUIRE = "Require";
  public static final String RETRY_AFTER = "Retry-After";
  public static final String ROUTE = "Route";
  public static final String RSEQ = "RSeq";
  public static final String SERVER = "Server";
  public static final String SERVICE_ROUTE = "Service-Route";
  public static final String SESSION_EXPIRES = "Session-Expires";
  public static final String SIP_ETAG = "SIP-ETag";
  public static final String SIP_IF_MATCH = "SIP-If-Match";
  public static final String SUBJECT = "Subject";
  public static final String SUBSCRIPTION_STATE = "Subscription-State";
  public static final String SUPPORTED = "Supported";
  public static final String TIMESTAMP = "Timestamp";
  public static final String TO = "To";
  public static final String UNSUPPORTED = "Unsupported";
  public static final String USER_AGENT = "User-Agent";
  public static final String VIA = "Via";
  public static final String WARNING = "Warning";
  public static final String WWW_AUTHENTICATE = "WWW-Authenticate";

  private HeaderName() {}

  /** The short name of a header; one that has none keeps its own. */
  static String compact(String name) {
    return HeaderNames.shortened(name);
  }

  /** The usual spelling of a name, also of a compact form; a name we don't know stays as it is. */
  public static String canonical(String name) {
    String known = HeaderNames.find(name);
    return known == null ? name : known;
  }
}
