/**
 * The text of a configuration file: lines, comments, statements, and a document that can be edited
 * without disturbing what it does not touch. The grammar is {@code docs/configuration-files.md}.
 */
@NullMarked
package org.ara.config.syntax;

import org.jspecify.annotations.NullMarked;
