/** The actions of the manager interface and the table that says who may ask for them. */
@NullMarked
package org.ara.manager.ami.action;

import org.jspecify.annotations.NullMarked;
