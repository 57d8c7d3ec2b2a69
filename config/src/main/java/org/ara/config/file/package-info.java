/** Configuration from a directory of files: includes, globs, templates and inheritance. */
@NullMarked
package org.ara.config.file;

import org.jspecify.annotations.NullMarked;
