package org.ara.manager.ami.session;

import java.util.List;
import java.util.Optional;
import org.ara.module.manager.Header;
import org.ara.module.manager.Reply;

/** Writes replies in their frame: the response first, the ActionID in every block. */
record ReplyWriter(Output out, Optional<String> actionId) {

  void write(Reply reply) throws SlowClientException {
    switch (reply) {
      case Reply.Done(String word, String message, List<Header> headers) ->
          single(word, message, headers);
      case Reply.Failed(String message, List<Header> headers) -> single("Error", message, headers);
      case Reply.Listing listing -> list(listing);
    }
  }

  private void single(String word, String message, List<Header> headers)
      throws SlowClientException {
    begin("Response", word);
    if (!message.isEmpty()) {
      out.header("Message", message);
    }
    out.headers(headers);
    out.end();
  }

  private void list(Reply.Listing listing) throws SlowClientException {
    begin("Response", "Success");
    out.header("EventList", "start");
    out.header("Message", listing.message());
    out.end();
    for (Reply.Entry entry : listing.entries()) {
      begin("Event", entry.event());
      out.headers(entry.headers());
      out.end();
    }
    begin("Event", listing.completion());
    out.header("EventList", "Complete");
    out.header("ListItems", Integer.toString(listing.entries().size()));
    out.headers(listing.totals());
    out.end();
  }

  private void begin(String name, String value) {
    out.header(name, value);
    actionId.ifPresent(id -> out.header("ActionID", id));
  }
}
