/**
 * The command line of the server: a registry of commands and the dispatcher that finds, runs and
 * completes them ({@code spec/ami-cli.md} 10).
 */
@NullMarked
package org.ara.manager;

import org.jspecify.annotations.NullMarked;
