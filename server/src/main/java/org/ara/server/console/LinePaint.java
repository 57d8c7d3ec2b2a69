package org.ara.server.console;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Makes lines of the log ready for a terminal: the level in its colour, the time where wanted. */
final class LinePaint {

  private static final Pattern LEVEL =
      Pattern.compile("^(\\[[^]]*] )?(DEBUG|NOTICE|WARNING|ERROR|SECURITY|DTMF|FAX)\\[");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH);

  private final LogView view;

  LinePaint(LogView view) {
    this.view = view;
  }

  /** A line as it is shown; verbose messages come without the time. */
  AttributedString paint(String text) {
    Matcher level = LEVEL.matcher(text);
    if (!level.find()) {
      return new AttributedString(
          view.timestamps() && !text.startsWith("[")
              ? "[" + LocalDateTime.now().format(TIME) + "] " + text
              : text);
    }
    if (!view.colours()) {
      return new AttributedString(text);
    }
    return new AttributedStringBuilder()
        .append(text, 0, level.start(2))
        .styled(style(level.group(2)), level.group(2))
        .append(text, level.end(2), text.length())
        .toAttributedString();
  }

  private static AttributedStyle style(String level) {
    return switch (level) {
      case "ERROR" -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
      case "WARNING" -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
      case "NOTICE" -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
      case "DEBUG" -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      default -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    };
  }
}
