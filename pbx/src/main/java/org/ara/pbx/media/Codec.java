package org.ara.pbx.media;

import java.util.Arrays;
import java.util.Optional;

/** An audio encoding, under its name in configuration ({@code allow=ulaw}). */
public enum Codec {
  ULAW("ulaw", "PCMU", 0, 8000),
  ALAW("alaw", "PCMA", 8, 8000);

  private final String label;
  private final String encoding;
  private final int payloadType;
  private final int clockRate;

  Codec(String label, String encoding, int payloadType, int clockRate) {
    this.label = label;
    this.encoding = encoding;
    this.payloadType = payloadType;
    this.clockRate = clockRate;
  }

  /** The name in {@code allow} and {@code disallow}. */
  public String label() {
    return label;
  }

  /** The name in SDP (RFC 3551). */
  public String encoding() {
    return encoding;
  }

  /** The static RTP payload type (RFC 3551). */
  public int payloadType() {
    return payloadType;
  }

  /** Samples per second. */
  public int clockRate() {
    return clockRate;
  }

  /** The codec of that configuration name, case ignored. */
  public static Optional<Codec> named(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equalsIgnoreCase(label)).findFirst();
  }
}
