package org.ara.testkit.sip;

import java.util.function.Consumer;

/**
 * A request to be made, and who wants to see what on its way.
 *
 * @param placed is shown each attempt as it goes out
 * @param challenged is shown each challenge that is answered
 * @param provisional is shown each response that is not final
 */
record Order(
    String method,
    Headers extra,
    String body,
    Consumer<ClientTransaction> placed,
    Consumer<Digest> challenged,
    Consumer<SipResponse> provisional) {

  static Order of(String method, Headers extra, String body) {
    return new Order(method, extra, body, attempt -> {}, challenge -> {}, response -> {});
  }

  Order watchedBy(Consumer<ClientTransaction> attempts, Consumer<SipResponse> progress) {
    return new Order(method, extra, body, attempts, challenged, progress);
  }

  Order showing(Consumer<Digest> challenges) {
    return new Order(method, extra, body, placed, challenges, provisional);
  }
}
