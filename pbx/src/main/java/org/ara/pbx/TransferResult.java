package org.ara.pbx;

/** What came of asking a far end to go elsewhere; the values of TRANSFERSTATUS. */
public enum TransferResult {
  /** It goes. */
  SUCCESS,
  /** It does not. */
  FAILURE,
  /** Its technology has no word for that. */
  UNSUPPORTED
}
