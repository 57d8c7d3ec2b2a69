package org.ara.sip.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM files (RFC 7468), keys in any of the forms that are in use. */
final class Pem {

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ((?:RSA |EC )?)PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END \\1PRIVATE KEY-----");

  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;

  private Pem() {}

  /** The certificates of a file, at least one, in their order. */
  static List<X509Certificate> chain(Path file) throws TransportException {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
      throw new TransportException(file + " does not hold a certificate in PEM", null);
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (GeneralSecurityException e) {
      throw new TransportException(file + " does not hold a certificate in PEM", e);
    }
  }

  /** The certificates of a file, or of the files of a directory. */
  static List<X509Certificate> authorities(Path place) throws TransportException {
    if (!Files.isDirectory(place)) {
      return chain(place);
    }
    List<X509Certificate> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, Files::isRegularFile)) {
      for (Path file : files) {
        all.addAll(chain(file));
      }
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(place, e);
    }
    if (all.isEmpty()) {
      throw new TransportException(place + " holds no certificate", null);
    }
    return all;
  }

  /** The private key in a file, which must be that of the certificate. */
  static PrivateKey key(Path file, X509Certificate certificate) throws TransportException {
    PublicKey publicKey = certificate.getPublicKey();
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    Matcher found = KEY.matcher(text);
    if (!found.find()) {
      throw new TransportException(
          file + " does not hold a private key in PEM without a password", null);
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(found.group(2));
      PrivateKey key =
          KeyFactory.getInstance(publicKey.getAlgorithm())
              .generatePrivate(
                  new PKCS8EncodedKeySpec(
                      found.group(1).isEmpty() ? encoded : wrapped(encoded, publicKey)));
      if (belong(key, publicKey)) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new TransportException(
          "the key in " + file + " is not one for " + publicKey.getAlgorithm(), e);
    }
    throw new TransportException(
        "the key in " + file + " is not that of the certificate; name the two that belong together",
        null);
  }

  /**
   * A key of PKCS 1 or SEC 1 as PKCS 8 wants it: with the algorithm before it, which is that of the
   * public key.
   */
  private static byte[] wrapped(byte[] key, PublicKey publicKey) {
    byte[] algorithm = firstWithin(publicKey.getEncoded());
    byte[] octets = element(OCTETS, key);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(VERSION_0);
    body.writeBytes(algorithm);
    body.writeBytes(octets);
    return element(SEQUENCE, body.toByteArray());
  }

  /** The first element within a DER sequence, as it is encoded. */
  private static byte[] firstWithin(byte[] sequence) {
    int start = contentStart(sequence, 0);
    int content = contentStart(sequence, start);
    return Arrays.copyOfRange(sequence, start, content + length(sequence, start));
  }

  private static int contentStart(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = length << 8 | der[at + 2 + i] & 0xff;
    }
    return length;
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static TransportException unreadable(Path file, IOException why) {
    return new TransportException(
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
}
