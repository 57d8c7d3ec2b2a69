/** What a test can play and recognise: tones, and the two ways G.711 writes them down. */
@NullMarked
package org.ara.testkit.audio;

import org.jspecify.annotations.NullMarked;
