/**
 * The manager interface: other programs log in over TCP, ask for actions and are told events
 * ({@code spec/ami-cli.md} 1 to 7).
 */
@NullMarked
package org.ara.manager.ami;

import org.jspecify.annotations.NullMarked;
