package org.ara.manager;

import java.util.ArrayList;
import java.util.List;

/**
 * A typed line cut into words: blanks separate, {@code "..."} groups, {@code \} takes the next
 * character as it is. A quote that is never closed reaches to the end of the line.
 *
 * @param words the words without quotes and escapes
 * @param open whether the last word may still grow, which is so unless the line ends in a blank
 */
public record CommandLine(List<String> words, boolean open) {

  public CommandLine {
    words = List.copyOf(words);
  }

  /** Cuts a line; every line can be cut. */
  public static CommandLine parse(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        inWord = true;
      } else if (c == '"') {
        quoted = !quoted;
        inWord = true;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return new CommandLine(words, inWord);
  }

  /** The words that are complete: all of them, or all but the one still being typed. */
  public List<String> complete() {
    return open ? words.subList(0, words.size() - 1) : words;
  }

  /** The start of the word being typed; empty if a new one is about to begin. */
  public String prefix() {
    return open ? words.getLast() : "";
  }
}
