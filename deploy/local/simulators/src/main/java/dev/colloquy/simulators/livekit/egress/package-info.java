/** Room recordings: an egress lives through its states and leaves a silent OGG file in S3. */
@NullMarked
package dev.colloquy.simulators.livekit.egress;

import org.jspecify.annotations.NullMarked;
