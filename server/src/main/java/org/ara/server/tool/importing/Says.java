package org.ara.server.tool.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a configuration says, short enough to be compared without being kept. */
final class Says {

  private final MessageDigest digest;
  private String section = "";
  private long sections;
  private boolean empty = true;

  Says() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * One variable, after all before it.
   *
   * @param metric tells sections of one name apart; only that it changes counts
   */
  void variable(String metric, String category, String name, String value) {
    String here = metric + " " + category;
    if (empty || !here.equals(section)) {
      section = here;
      sections++;
    }
    empty = false;
    add(Long.toString(sections));
    add(category);
    add(name);
    add(value);
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(UTF_8));
    digest.update((byte) ':');
    digest.update(bytes);
  }

  boolean isEmpty() {
    return empty;
  }

  /** Whether both say the same; neither can be told more afterwards. */
  boolean sameAs(Says other) {
    return MessageDigest.isEqual(digest.digest(), other.digest.digest());
  }
}
