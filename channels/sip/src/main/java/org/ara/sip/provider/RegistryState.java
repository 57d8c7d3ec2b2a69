package org.ara.sip.provider;

/** How far a registration at a provider has come; the labels are those of lists and events. */
public enum RegistryState {
  /** Nothing was sent yet, or the registration was taken back. */
  UNREGISTERED("Unregistered"),
  /** A first request is on its way. */
  REQUEST_SENT("Request Sent"),
  /** A request with a proof of the password is on its way. */
  AUTH_SENT("Auth. Sent"),
  /** The provider took it; also while it is renewed. */
  REGISTERED("Registered"),
  /** The provider does not want it. */
  REJECTED("Rejected"),
  /** The provider does not answer, or cannot be reached. */
  TIMEOUT("Timeout"),
  /** The provider refuses the password, or wants one that nobody configured. */
  NO_AUTHENTICATION("No Authentication"),
  /** It was given up. */
  FAILED("Failed");

  private final String label;

  RegistryState(String label) {
    this.label = label;
  }

  /** As lists show it. */
  public String label() {
    return label;
  }
}
