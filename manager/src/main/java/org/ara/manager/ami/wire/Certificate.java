package org.ara.manager.ami.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** A certificate with its key, read once. */
public final class Certificate {

  private final SslContext context;

  private Certificate(SslContext context) {
    this.context = context;
  }

  /**
   * Reads both from PEM files, which may be the same.
   *
   * @throws ListenException if they cannot be used; says which and why
   */
  public static Certificate read(Path certificate, Path key) throws ListenException {
    for (Path file : new Path[] {certificate, key}) {
      if (!Files.isReadable(file)) {
        throw new ListenException(
            file + " cannot be read; it should hold the certificate or key in PEM",
            new java.io.FileNotFoundException(file.toString()));
      }
    }
    try {
      return new Certificate(
          SslContextBuilder.forServer(certificate.toFile(), key.toFile()).build());
    } catch (SSLException | IllegalArgumentException e) {
      throw new ListenException(
          "%s with the key in %s cannot be used: %s; wanted is PEM, the key as PKCS 8 without a password"
              .formatted(certificate, key, e.getMessage()),
          e);
    }
  }

  SslContext context() {
    return context;
  }
}
