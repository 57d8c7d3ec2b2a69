package org.ara.sip.subscribe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.pbx.device.ExtensionState;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;

/** How a phone is told what a number is doing: the event package and the type of the body. */
enum Format {
  DIALOG_INFO("dialog", "application/dialog-info+xml") {
    @Override
    String body(String extension, String entity, ExtensionState state, int version) {
      return "<?xml version=\"1.0\"?>\n"
          + "<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\""
          + version
          + "\" state=\"full\" entity=\""
          + xml(entity)
          + "\">\n<dialog id=\""
          + xml(extension)
          + '"'
          + (rings(state) ? " direction=\"recipient\"" : "")
          + ">\n<state>"
          + dialog(state)
          + "</state>\n"
          + (state == ExtensionState.HOLD
              ? "<local><target uri=\""
                  + xml(entity)
                  + "\"><param pname=\"+sip.rendering\" pvalue=\"no\"/></target></local>\n"
              : "")
          + "</dialog>\n</dialog-info>\n";
    }
  },
  PIDF("presence", "application/pidf+xml") {
    @Override
    String body(String extension, String entity, ExtensionState state, int version) {
      boolean open = state != ExtensionState.UNAVAILABLE && state != ExtensionState.NONE;
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
          + " xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
          + " xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\" entity=\""
          + xml(entity)
          + "\">\n<tuple id=\"a\">\n<status><basic>"
          + (open ? "open" : "closed")
          + "</basic></status>\n<contact>"
          + xml(entity)
          + "</contact>\n<note>"
          + note(state)
          + "</note>\n</tuple>\n"
          + (taken(state)
              ? "<dm:person id=\"b\"><rpid:activities><rpid:on-the-phone/></rpid:activities></dm:person>\n"
              : "")
          + "</presence>\n";
    }
  };

  private final String event;
  private final String type;

  Format(String event, String type) {
    this.event = event;
    this.type = type;
  }

  String event() {
    return event;
  }

  String type() {
    return type;
  }

  /**
   * The body of a NOTIFY.
   *
   * @param entity the watched number as a URI
   * @param version of the body, counted from 0 in each subscription
   */
  abstract String body(String extension, String entity, ExtensionState state, int version);

  /** The format of an event package. */
  static Optional<Format> of(String event) {
    return List.of(values()).stream().filter(f -> f.event.equals(event)).findFirst();
  }

  /** Whether a request takes a type: where it says nothing, what its event package prescribes. */
  static boolean accepts(SipRequest request, String type) {
    List<String> ranges = request.headers().values(HeaderName.ACCEPT);
    return ranges.isEmpty()
        || ranges.stream()
            .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .anyMatch(range -> List.of(type, "application/*", "*/*").contains(range));
  }

  private static boolean rings(ExtensionState state) {
    return state == ExtensionState.RINGING || state == ExtensionState.INUSE_RINGING;
  }

  private static boolean taken(ExtensionState state) {
    return switch (state) {
      case INUSE, BUSY, INUSE_RINGING, HOLD -> true;
      case NONE, IDLE, UNAVAILABLE, RINGING -> false;
    };
  }

  private static String dialog(ExtensionState state) {
    return switch (state) {
      case RINGING, INUSE_RINGING -> "early";
      case INUSE, BUSY, HOLD -> "confirmed";
      case NONE, IDLE, UNAVAILABLE -> "terminated";
    };
  }

  private static String note(ExtensionState state) {
    return switch (state) {
      case RINGING, INUSE_RINGING -> "Ringing";
      case INUSE, BUSY -> "On the phone";
      case HOLD -> "On hold";
      case IDLE -> "Ready";
      case NONE, UNAVAILABLE -> "Unavailable";
    };
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
