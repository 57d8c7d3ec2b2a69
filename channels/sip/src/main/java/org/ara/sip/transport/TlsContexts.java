package org.ara.sip.transport;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** What this server shows to others over TLS and whom it believes, read once. */
public final class TlsContexts {

  private final SslContext server;
  private final SslContext client;

  private TlsContexts(SslContext server, SslContext client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Reads the files.
   *
   * @throws TransportException if they cannot be used; names the file and says why
   */
  public static TlsContexts read(TlsFiles files) throws TransportException {
    List<X509Certificate> chain = Pem.chain(files.certificate());
    PrivateKey key = Pem.key(files.key(), chain.getFirst());
    SslContextBuilder server = SslContextBuilder.forServer(key, chain);
    SslContextBuilder client = SslContextBuilder.forClient().keyManager(key, chain);
    if (files.authorities().isPresent()) {
      List<X509Certificate> authorities = Pem.authorities(files.authorities().get());
      server.trustManager(authorities);
      client.trustManager(authorities);
    }
    if (!files.verifyServers()) {
      client.trustManager(InsecureTrustManagerFactory.INSTANCE);
      client.endpointIdentificationAlgorithm(null);
    }
    server.clientAuth(files.verifyClients() ? ClientAuth.REQUIRE : ClientAuth.NONE);
    try {
      return new TlsContexts(server.build(), client.build());
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(files.certificate(), Reasons.of(e), e);
    }
  }

  private static TransportException unusable(Path file, String why, Throwable cause) {
    return new TransportException(file + " cannot be used: " + why, cause);
  }

  SslContext server() {
    return server;
  }

  SslContext client() {
    return client;
  }
}
