package org.ara.sip.subscribe;

import java.util.List;
import java.util.Locale;
import org.ara.pbx.device.ExtensionState;
import org.ara.pbx.device.Hints;
import org.ara.sip.settings.Watchers;

/**
 * What a number is doing.
 *
 * @param entity the number as a URI
 * @param watchers what may be told
 */
record HintTopic(Hints hints, Hints.Hint hint, String entity, Format format, Watchers watchers)
    implements Topic<ExtensionState> {

  /** A device as its changes are told, in any case. */
  static String thing(String device) {
    return device.toLowerCase(Locale.ROOT);
  }

  @Override
  public String event() {
    return format.event();
  }

  @Override
  public String type() {
    return format.type();
  }

  @Override
  public String user() {
    return hint.extension();
  }

  @Override
  public List<String> things() {
    return hint.names().stream().map(HintTopic::thing).toList();
  }

  @Override
  public ExtensionState now() {
    return watchers.shown(hints.state(hint));
  }

  @Override
  public String body(ExtensionState snapshot, int version) {
    return format.body(hint.extension(), entity, snapshot, version);
  }

  @Override
  public String shown(ExtensionState snapshot) {
    return snapshot.text();
  }

  @Override
  public String number() {
    return hint.extension() + '@' + hint.context();
  }

  @Override
  public String mailboxes() {
    return "<none>";
  }
}
