/** Applications that decide where the dialplan goes on: Goto, Gosub, ExecIf and their like. */
@NullMarked
package org.ara.pbx.application.flow;

import org.jspecify.annotations.NullMarked;
