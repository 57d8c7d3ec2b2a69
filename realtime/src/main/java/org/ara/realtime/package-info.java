/**
 * The realtime engine: families of objects looked up in and written to whatever storage they are
 * mapped to. Everything above asks for families; nothing above knows what a database is ({@code
 * spec/engine.md} sections 2 and 3).
 */
@NullMarked
package org.ara.realtime;

import org.jspecify.annotations.NullMarked;
