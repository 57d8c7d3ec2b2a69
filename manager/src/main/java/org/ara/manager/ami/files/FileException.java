package org.ara.manager.ami.files;

/** A file cannot be read or changed as asked; the message is for the client. */
public final class FileException extends Exception {

  public FileException(String message) {
    super(message);
  }
}
