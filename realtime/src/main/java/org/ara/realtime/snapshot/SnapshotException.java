package org.ara.realtime.snapshot;

import java.io.IOException;

/** A snapshot cannot be believed; the message says why, without naming the file. */
public final class SnapshotException extends IOException {

  private static final long serialVersionUID = 1;

  SnapshotException(String message) {
    super(message);
  }
}
