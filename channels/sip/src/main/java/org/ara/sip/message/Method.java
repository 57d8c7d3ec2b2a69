package org.ara.sip.message;

/**
 * A request method: one of those we know by name, or any other token. Names are case-sensitive (RFC
 * 3261 section 7.1).
 *
 * @param name the token as it stands on the wire
 */
public record Method(String name) {
  public static final Method ACK = new Method("ACK");
  public static final Method BYE = new Method("BYE");
  public static final Method CANCEL = new Method("CANCEL");
  public static final Method INFO = new Method("INFO");
  public static final Method INVITE = new Method("INVITE");
  public static final Method MESSAGE = new Method("MESSAGE");
  public static final Method NOTIFY = new Method("NOTIFY");
  public static final Method OPTIONS = new Method("OPTIONS");
  public static final Method PRACK = new Method("PRACK");
  public static final Method PUBLISH = new Method("PUBLISH");
  public static final Method REFER = new Method("REFER");
  public static final Method REGISTER = new Method("REGISTER");
  public static final Method SUBSCRIBE = new Method("SUBSCRIBE");
  public static final Method UPDATE = new Method("UPDATE");

  /**
   * @throws SipSyntaxException if the name is not a token
   */
  public Method {
    if (!Grammar.isToken(name)) {
      throw new SipSyntaxException("method is not a token: " + Grammar.quoteForLog(name));
    }
  }

  /** The method of this name, one of the constants where there is one. */
  public static Method of(String name) {
    return switch (name) {
      case "ACK" -> ACK;
      case "BYE" -> BYE;
      case "CANCEL" -> CANCEL;
      case "INFO" -> INFO;
      case "INVITE" -> INVITE;
      case "MESSAGE" -> MESSAGE;
      case "NOTIFY" -> NOTIFY;
      case "OPTIONS" -> OPTIONS;
      case "PRACK" -> PRACK;
      case "PUBLISH" -> PUBLISH;
      case "REFER" -> REFER;
      case "REGISTER" -> REGISTER;
      case "SUBSCRIBE" -> SUBSCRIBE;
      case "UPDATE" -> UPDATE;
      default -> new Method(name);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
