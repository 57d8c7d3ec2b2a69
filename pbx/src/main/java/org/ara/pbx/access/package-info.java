/**
 * Access lists by name: {@code acl.conf} and the family {@code acls}, for whatever has an option
 * {@code acl}.
 */
@NullMarked
package org.ara.pbx.access;

import org.jspecify.annotations.NullMarked;
