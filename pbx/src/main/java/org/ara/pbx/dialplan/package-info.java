/**
 * The dialplan as an immutable snapshot: contexts, extensions, patterns in a trie, includes and
 * switches, and the search over them ({@code spec/dialplan.md} sections 1 to 5).
 */
@NullMarked
package org.ara.pbx.dialplan;

import org.jspecify.annotations.NullMarked;
