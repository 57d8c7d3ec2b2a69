package org.ara.sip.call;

import org.ara.pbx.device.DeviceState;
import org.ara.sip.answer.State;

/** Finds whom the dial strings of one technology mean. Methods block while databases work. */
interface Callees {

  /** What stands before the slash: {@code SIP}. */
  String technology();

  /** Where to send; nowhere for who is known not to answer. */
  Target target(String resource, State state);

  /** What a device is doing. */
  DeviceState state(String resource, State state);
}
