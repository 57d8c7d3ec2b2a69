package org.ara.module.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a client is answered. The manager adds the ActionID and what frames a list. */
public sealed interface Reply {

  /**
   * {@code Response: Success}, or another word.
   *
   * @param word what stands behind {@code Response:}
   * @param message empty for no such line
   * @param headers the other lines
   */
  record Done(String word, String message, List<Header> headers) implements Reply {
    public Done {
      headers = List.copyOf(headers);
    }
  }

  /**
   * {@code Response: Error}.
   *
   * @param message why; empty for no such line
   * @param headers the other lines
   */
  record Failed(String message, List<Header> headers) implements Reply {
    public Failed {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A list of events, with one that ends it.
   *
   * @param message what is announced
   * @param entries one event each
   * @param completion the name of the last event
   * @param totals what the last event says besides the number of entries
   */
  record Listing(String message, List<Entry> entries, String completion, List<Header> totals)
      implements Reply {
    public Listing {
      entries = List.copyOf(entries);
      totals = List.copyOf(totals);
    }
  }

  /** One entry of a list. */
  record Entry(String event, List<Header> headers) {
    public Entry {
      Objects.requireNonNull(event, "event");
      headers = List.copyOf(headers);
    }
  }

  /** It was done, in words. */
  static Reply success(String message) {
    return new Done("Success", message, List.of());
  }

  /** It was done, with this as its result. */
  static Reply success(String message, List<Header> headers) {
    return new Done("Success", message, headers);
  }

  /** It was not done, because. */
  static Reply error(String message) {
    return new Failed(message, List.of());
  }

  /** A list whose last event says nothing besides the number of entries. */
  static Reply list(String message, String event, String completion, List<List<Header>> rows) {
    List<Entry> entries = new ArrayList<>(rows.size());
    rows.forEach(row -> entries.add(new Entry(event, row)));
    return new Listing(message, entries, completion, List.of());
  }
}
