package org.ara.sip.peer;

import java.util.List;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.pbx.mailbox.Mailboxes;

/** The options of peers that make a {@link Mail}. */
final class MailOptions {

  static final Option<List<String>> MAILBOX =
      Option.of("mailbox", OptionTypes.list(OptionTypes.text()))
          .repeatable()
          .documented("Mailboxes it is told of: `box` or `box@context`, several with commas.");
  static final Option<Boolean> HAS_VOICEMAIL =
      Option.of("hasvoicemail", OptionTypes.yesNo())
          .documented("Whether the mailbox of its name is one of them.");
  static final Option<Boolean> SUBSCRIBERS =
      Option.of("subscribemwi", OptionTypes.yesNo())
          .documented("Whether it is told only after it subscribed to `message-summary`.");
  static final Option<String> EXTENSION =
      Option.of("vmexten", OptionTypes.text())
          .documented("The number it is told to listen to messages at; `asterisk` where not set.");
  static final Option<Boolean> PLAIN =
      Option.of("buggymwi", OptionTypes.yesNo())
          .documented("Leaves out the counts of urgent messages, which some phones trip over.");

  private MailOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(MAILBOX, HAS_VOICEMAIL, SUBSCRIBERS, EXTENSION, PLAIN);
  }

  /** What the options say of a peer, and where they say nothing the other. */
  static Mail read(String name, OptionValues v, Mail otherwise) {
    List<String> own =
        Stream.concat(
                AccountOptions.names(v, MAILBOX).stream(),
                v.set(HAS_VOICEMAIL).orElse(false) ? Stream.of(name) : Stream.empty())
            .map(Mailboxes::name)
            .distinct()
            .toList();
    return new Mail(
        own,
        v.set(SUBSCRIBERS).orElse(otherwise.subscribersOnly()),
        v.set(EXTENSION)
            .map(String::strip)
            .filter(extension -> !extension.isEmpty())
            .orElse(otherwise.extension()),
        v.set(PLAIN).orElse(otherwise.plain()));
  }
}
