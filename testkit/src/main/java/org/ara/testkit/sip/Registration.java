package org.ara.testkit.sip;

import java.util.List;
import java.util.Optional;

/**
 * How a REGISTER went.
 *
 * @param status of the final response
 * @param reason the words after it
 * @param challenge the challenge that was answered, if there was one
 * @param response the final response
 */
public record Registration(
    int status, String reason, Optional<Digest> challenge, SipResponse response) {

  /** Whether the phone is registered (or, asked for that, no more). */
  public boolean accepted() {
    return status == 200;
  }

  /** The seconds granted: of the contact, else of the {@code Expires} field; -1 for neither. */
  public int expires() {
    String ofContact = Fields.parameter(response.header("Contact"), "expires");
    String text = ofContact.isEmpty() ? response.header("Expires") : ofContact;
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The URIs that are registered now. */
  public List<String> contacts() {
    return response.headers().all("Contact").stream().map(Fields::uri).toList();
  }

  @Override
  public String toString() {
    return status + " " + reason;
  }
}
