/**
 * The module loader: finds modules, decides which of them start and in what order, starts them,
 * reloads them and stops them ({@code spec/voicemail-queues-loader.md} part 3).
 */
@NullMarked
package org.ara.server.loader;

import org.jspecify.annotations.NullMarked;
