/**
 * The remote console: lines of text over a Unix socket ({@code spec/ami-cli.md} 9).
 *
 * <p>The server greets with {@code hostname/pid/version} and a line feed. The client sends
 * commands, each ended by a NUL byte. What a command prints comes back as UTF-8 text, and then,
 * which Asterisk does not have, an end mark: a NUL byte, a digit ({@code 0} success, {@code 1}
 * failure) and a line feed. Two kinds of requests are answered as Asterisk's own console expects,
 * without the mark: {@code cli quit after COMMAND} runs the command and closes the connection,
 * {@code _command matchesarray "LINE" "WORD"} answers the completions and {@code _EOF_}.
 */
@NullMarked
package org.ara.manager.console;

import org.jspecify.annotations.NullMarked;
