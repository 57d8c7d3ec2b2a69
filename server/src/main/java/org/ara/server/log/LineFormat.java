package org.ara.server.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ara.module.log.LogLevel;

/** How a message is written: the formatter in brackets before a channel's levels. */
enum LineFormat {
  /** {@code [Nov 23 00:33:01] WARNING[Registrar] text}; on consoles VERBOSE messages bare. */
  DEFAULT {
    @Override
    String write(LogLine line, DateFormat dates) {
      return asText(line, dates);
    }
  },
  /** The same, with date and level on consoles too, whatever the level. */
  PLAIN {
    @Override
    String write(LogLine line, DateFormat dates) {
      return asText(line, dates);
    }
  },
  /** One JSON object a message. */
  JSON {
    @Override
    String write(LogLine line, DateFormat dates) {
      return asJson(line);
    }
  };

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /** The message without its last line feed. */
  abstract String write(LogLine line, DateFormat dates);

  /** The format of that name, case ignored. */
  static Optional<LineFormat> named(String name) {
    for (LineFormat format : values()) {
      if (format.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** {@code -- text}: a VERBOSE message, indented by its number. */
  static String verbose(LogLine line) {
    String indent =
        switch (line.number()) {
          case 0 -> "";
          case 1 -> " ";
          case 2 -> "  == ";
          case 3 -> "    -- ";
          default -> "       > ";
        };
    return indent + line.message();
  }

  private static String asText(LogLine line, DateFormat dates) {
    StringBuilder text =
        new StringBuilder(160)
            .append('[')
            .append(dates.format(line.moment()))
            .append("] ")
            .append(line.level())
            .append('[')
            .append(line.source())
            .append("] ")
            .append(line.level() == LogLevel.VERBOSE ? verbose(line) : line.message());
    if (!line.trace().isEmpty()) {
      text.append('\n').append(line.trace());
    }
    return text.toString();
  }

  private static String asJson(LogLine line) {
    StringBuilder json = new StringBuilder(200).append("{\"time\":\"");
    json.append(ISO.format(line.moment())).append("\",\"level\":\"").append(line.level());
    json.append('"');
    if (line.level() == LogLevel.VERBOSE) {
      json.append(",\"verbose\":").append(line.number());
    }
    member(json, "source", line.source());
    member(json, "message", line.message());
    if (!line.trace().isEmpty()) {
      member(json, "trace", line.trace());
    }
    return json.append('}').toString();
  }

  private static void member(StringBuilder json, String name, String value) {
    json.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> {
          if (c < ' ') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  /** As {@code logger.conf} and lists spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
