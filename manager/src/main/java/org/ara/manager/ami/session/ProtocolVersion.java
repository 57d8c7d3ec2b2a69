package org.ara.manager.ami.session;

/** The version of the protocol, by which clients know what to expect. */
public final class ProtocolVersion {

  /** As the greeting and CoreSettings tell it. */
  public static final String NUMBER = "9.0.0";

  private ProtocolVersion() {}
}
