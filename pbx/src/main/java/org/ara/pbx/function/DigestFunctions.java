package org.ara.pbx.function;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.ara.pbx.Description;

/** MD5, SHA1, BASE64_ENCODE, URIENCODE and their like: other spellings of a text. */
final class DigestFunctions {

  private DigestFunctions() {}

  static DialplanFunction[] all() {
    return new DialplanFunction[] {
      of("MD5", "The MD5 digest of a text in hexadecimal", text -> digest("MD5", text)),
      of("SHA1", "The SHA-1 digest of a text in hexadecimal", text -> digest("SHA-1", text)),
      of(
          "BASE64_ENCODE",
          "A text in base 64",
          text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
      of("BASE64_DECODE", "A text that was in base 64", DigestFunctions::decoded),
      of(
          "URIENCODE",
          "A text as it stands in an address",
          text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")),
      of("URIDECODE", "A text that stood in an address", DigestFunctions::fromAddress),
    };
  }

  private interface Spelling {
    String of(String text) throws FunctionException;
  }

  private static DialplanFunction of(String name, String synopsis, Spelling spelling) {
    return new Simple(
        new Description(name, synopsis, name + "(text)", "The text is taken whole, with commas."),
        (channel, text) -> spelling.of(text));
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }

  private static String decoded(String text) throws FunctionException {
    try {
      return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new FunctionException("that is not base 64");
    }
  }

  private static String fromAddress(String text) throws FunctionException {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new FunctionException("there is a % without two hexadecimal digits");
    }
  }
}
