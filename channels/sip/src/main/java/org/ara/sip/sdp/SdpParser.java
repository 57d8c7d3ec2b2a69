package org.ara.sip.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads session descriptions. Lenient about the order of lines and about line ends, strict about
 * what is used: a text with a wrong {@code m=} or {@code c=} line is no description at all.
 */
public final class SdpParser {

  private static final int MOST_STREAMS = 32;
  private static final int MOST_LINES = 1000;
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern BLANKS = Pattern.compile(" +");

  private final List<MediaDescription> media = new ArrayList<>();
  private final List<String> sessionAttributes = new ArrayList<>();
  private @Nullable String origin;
  private @Nullable String sessionAddress;
  private @Nullable Stream stream;

  private SdpParser() {}

  /** The description in a text, or nothing if it is not one. */
  public static Optional<SessionDescription> parse(String text) {
    String[] lines = LINE_END.split(text, MOST_LINES);
    if (lines.length == MOST_LINES || !lines[0].strip().equals("v=0")) {
      return Optional.empty();
    }
    SdpParser parser = new SdpParser();
    for (String line : lines) {
      if (!line.isBlank() && !parser.line(line.stripTrailing())) {
        return Optional.empty();
      }
    }
    return parser.description();
  }

  private Optional<SessionDescription> description() {
    finishStream();
    if (origin == null) {
      return Optional.empty();
    }
    return Optional.of(new SessionDescription(origin, sessionAddress, sessionAttributes, media));
  }

  private boolean line(String line) {
    if (line.length() < 2 || line.charAt(1) != '=') {
      return false;
    }
    String value = line.substring(2).strip();
    return switch (line.charAt(0)) {
      case 'o' -> origin(value);
      case 'c' -> connection(value);
      case 'm' -> media(value);
      case 'a' -> attribute(value);
      default -> true;
    };
  }

  private boolean origin(String value) {
    origin = value;
    return BLANKS.split(value, -1).length == 6;
  }

  private boolean connection(String value) {
    String[] parts = BLANKS.split(value, -1);
    boolean known = parts.length == 3 && parts[0].equals("IN");
    if (!known || !(parts[1].equals("IP4") || parts[1].equals("IP6")) || parts[2].isEmpty()) {
      return false;
    }
    int slash = parts[2].indexOf('/');
    String address = slash < 0 ? parts[2] : parts[2].substring(0, slash);
    if (stream == null) {
      sessionAddress = address;
    } else {
      stream.address = address;
    }
    return true;
  }

  private boolean media(String value) {
    finishStream();
    String[] parts = BLANKS.split(value, -1);
    if (parts.length < 4 || media.size() >= MOST_STREAMS) {
      return false;
    }
    int slash = parts[1].indexOf('/');
    int port = port(slash < 0 ? parts[1] : parts[1].substring(0, slash));
    if (port < 0) {
      return false;
    }
    stream = new Stream(parts[0], port, parts[2], Arrays.asList(parts).subList(3, parts.length));
    return true;
  }

  private boolean attribute(String value) {
    (stream == null ? sessionAttributes : stream.attributes).add(value);
    return true;
  }

  private void finishStream() {
    Stream done = stream;
    if (done != null) {
      media.add(
          new MediaDescription(
              done.type, done.port, done.protocol, done.formats, done.address, done.attributes));
      stream = null;
    }
  }

  private static int port(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits ? Integer.parseInt(text) : -1;
    return port <= 65535 ? port : -1;
  }

  private static final class Stream {
    private final String type;
    private final int port;
    private final String protocol;
    private final List<String> formats;
    private final List<String> attributes = new ArrayList<>();
    private @Nullable String address;

    Stream(String type, int port, String protocol, List<String> formats) {
      this.type = type;
      this.port = port;
      this.protocol = protocol;
      this.formats = formats;
    }
  }
}
