/** Configuration files as clients of the manager interface read and change them. */
@NullMarked
package org.ara.manager.ami.files;

import org.jspecify.annotations.NullMarked;
