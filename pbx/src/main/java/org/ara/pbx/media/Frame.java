package org.ara.pbx.media;

/**
 * A piece of media on its way from one leg to another. Immutable by agreement: never written to.
 */
public sealed interface Frame {

  /**
   * Encoded audio.
   *
   * @param codec how it is encoded
   * @param payload the encoded bytes, usually 20 ms of them
   * @param timestamp when it was sampled, in samples, modulo 2^32; only differences mean something
   * @param marker whether it begins a talk spurt
   */
  record Audio(Codec codec, byte[] payload, int timestamp, boolean marker) implements Frame {}

  /**
   * A telephone event in progress, as RFC 4733 sends it.
   *
   * @param payload the four bytes of the event: event, flags and volume, duration
   * @param timestamp when the event began, in samples
   * @param marker whether this is its first packet
   */
  record TelephoneEvent(byte[] payload, int timestamp, boolean marker) implements Frame {}
}
