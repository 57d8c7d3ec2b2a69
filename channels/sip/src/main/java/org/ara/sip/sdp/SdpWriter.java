package org.ara.sip.sdp;

import java.util.List;

/** Writes session descriptions, lines in the order of RFC 8866. */
final class SdpWriter {

  private SdpWriter() {}

  static String write(SessionDescription session, String name) {
    StringBuilder out = new StringBuilder(300);
    line(out, "v=0");
    line(out, "o=" + session.origin());
    line(out, "s=" + name);
    if (session.address() != null) {
      line(out, connection(session.address()));
    }
    line(out, "t=0 0");
    attributes(out, session.attributes());
    for (MediaDescription stream : session.media()) {
      String formats = String.join(" ", stream.formats());
      line(
          out,
          "m=" + stream.type() + ' ' + stream.port() + ' ' + stream.protocol() + ' ' + formats);
      if (stream.address() != null) {
        line(out, connection(stream.address()));
      }
      attributes(out, stream.attributes());
    }
    return out.toString();
  }

  private static void attributes(StringBuilder out, List<String> attributes) {
    attributes.forEach(a -> line(out, "a=" + a));
  }

  private static String connection(String address) {
    return "c=IN " + addressType(address) + ' ' + address;
  }

  static String addressType(String address) {
    return address.indexOf(':') >= 0 ? "IP6" : "IP4";
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append("\r\n");
  }
}
