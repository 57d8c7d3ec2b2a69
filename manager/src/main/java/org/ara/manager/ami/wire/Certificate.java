package org.ara.manager.ami.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its key, read once. */
public final class Certificate {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");

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
    List<X509Certificate> chain = chain(certificate);
    PublicKey publicKey = chain.getFirst().getPublicKey();
    PrivateKey privateKey = key(key, publicKey.getAlgorithm());
    try {
      if (!belong(privateKey, publicKey)) {
        throw new ListenException(
            "the key in %s is not that of the certificate in %s; name the two that belong together"
                .formatted(key, certificate));
      }
      return new Certificate(SslContextBuilder.forServer(privateKey, chain).build());
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new ListenException(
          "%s with the key in %s cannot be used: %s".formatted(certificate, key, e.getMessage()),
          e);
    }
  }

  private static List<X509Certificate> chain(Path file) throws ListenException {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (GeneralSecurityException e) {
      throw new ListenException(file + " does not hold a certificate in PEM", e);
    }
    throw new ListenException(file + " does not hold a certificate in PEM");
  }

  private static PrivateKey key(Path file, String algorithm) throws ListenException {
    try {
      Matcher found = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (found.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ListenException(
          "the key in %s is not one for a certificate with %s".formatted(file, algorithm), e);
    }
    throw new ListenException(
        file
            + " does not hold a key as 'BEGIN PRIVATE KEY' (PKCS 8 without a password);"
            + " 'openssl pkcs8 -topk8 -nodes -in KEY' makes one of other keys");
  }

  private static ListenException unreadable(Path file, IOException why) {
    return new ListenException(
        file + " cannot be read; it should hold the certificate or key in PEM", why);
  }

  /** Whether what one signs the other verifies. */
  private static boolean belong(PrivateKey privateKey, PublicKey publicKey)
      throws GeneralSecurityException {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    byte[] anything = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(privateKey);
    signature.update(anything);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(anything);
    return signature.verify(signed);
  }

  SslContext context() {
    return context;
  }
}
