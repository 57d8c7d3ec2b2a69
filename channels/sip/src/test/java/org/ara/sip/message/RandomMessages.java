package org.ara.sip.message;

import java.util.List;
import java.util.Random;

/** Well-formed messages from a seed, with everything that the grammar allows in awkward places. */
final class RandomMessages {
  private static final List<String> NASTY =
      List.of(
          "a",
          "bob",
          "u;s=r",
          "a@b",
          "%41",
          "sips:x@y",
          "\0",
          "Zoë",
          "大停電",
          "a b",
          "q\"uote",
          "back\\slash",
          "<>",
          ",");
  private static final List<Method> METHODS =
      List.of(Method.INVITE, Method.REGISTER, Method.BYE, Method.OPTIONS, Method.of("NEW%41"));
  private static final List<String> HOSTS =
      List.of("example.com", "192.0.2.1", "2001:db8::1", "host_1.local");

  private RandomMessages() {}

  static SipMessage message(Random random) {
    SipRequest request = request(random);
    if (random.nextBoolean()) {
      return request;
    }
    return request
        .response(100 + random.nextInt(600), pick(random, List.of("OK", "", "но сто")))
        .build();
  }

  static SipRequest request(Random random) {
    RequestBuilder builder = SipRequest.builder(pick(random, METHODS), uri(random, false));
    for (int i = random.nextInt(3); i >= 0; i--) {
      builder.via(
          Via.of(
              "UDP", pick(random, HOSTS), random.nextInt(65536), "z9hG4bK" + random.nextInt(1000)));
    }
    builder
        .from(address(random).withTag("t" + random.nextInt()))
        .to(address(random))
        .callId("id-" + random.nextLong() + "@here")
        .cseq(random.nextInt() & 0xFFFFFFFFL);
    for (int i = random.nextInt(4); i > 0; i--) {
      builder.header("Contact", address(random) + ", " + address(random));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      builder.header(
          "X-Header-" + random.nextInt(3),
          pick(random, List.of("", "value", ";;,,;", "UTF-8 \uFEFF大")));
    }
    byte[] body = new byte[random.nextInt(4) * random.nextInt(200)];
    random.nextBytes(body);
    return body.length == 0
        ? builder.build()
        : builder.body("application/octet-stream", body).build();
  }

  private static NameAddress address(Random random) {
    String display = random.nextInt(3) == 0 ? null : pick(random, NASTY);
    Parameters parameters = Parameters.NONE;
    if (random.nextBoolean()) {
      parameters = parameters.with("q", "0." + random.nextInt(10));
    }
    if (random.nextBoolean()) {
      parameters = parameters.with("flag", null).with("text", pick(random, NASTY));
    }
    return new NameAddress(display, uri(random, true), parameters);
  }

  private static SipUri uri(Random random, boolean withHeaders) {
    SipUri uri =
        SipUri.of(
            random.nextInt(4) == 0 ? null : pick(random, NASTY),
            pick(random, HOSTS),
            random.nextInt(65536));
    if (random.nextBoolean()) {
      uri =
          uri.withParameter("lr", null).withParameter("p" + random.nextInt(3), pick(random, NASTY));
    }
    Parameters headers =
        withHeaders && random.nextInt(4) == 0
            ? Parameters.of("Route", "<sip:a@b>")
            : Parameters.NONE;
    return new SipUri(
        random.nextBoolean(), uri.user(), null, uri.host(), uri.port(), uri.parameters(), headers);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
