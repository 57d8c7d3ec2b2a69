package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last messages that a phone sent and received, for the eye of whoever reads a failed test. */
public final class Trace {

  private static final int KEPT = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final Deque<String> entries = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();

  Trace() {}

  void sent(byte[] bytes, InetSocketAddress to) {
    add("--> " + to, bytes, bytes.length);
  }

  void received(byte[] bytes, int length, InetSocketAddress from) {
    add("<-- " + from, bytes, length);
  }

  private synchronized void add(String title, byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8).stripTrailing();
    entries.add(LocalTime.now().format(TIME) + " " + title + "\n" + text.replace("\r", ""));
    if (entries.size() > KEPT) {
      entries.remove();
    }
  }

  synchronized void violation(String what) {
    violations.add(what);
  }

  /** What was received that must not be sent to a phone, each in a sentence. */
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** The start lines alone, in their order: {@code --> REGISTER ...}. */
  public synchronized List<String> ladder() {
    return entries.stream()
        .map(entry -> entry.substring(13, 16) + entry.lines().skip(1).limit(1).toList().getFirst())
        .toList();
  }

  @Override
  public synchronized String toString() {
    return String.join("\n\n", entries);
  }
}
