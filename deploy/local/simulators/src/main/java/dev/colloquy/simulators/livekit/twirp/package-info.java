/** LiveKit's server API as a wire: Twirp routing, JSON and protobuf bodies, error bodies, access tokens and grants. */
@NullMarked
package dev.colloquy.simulators.livekit.twirp;

import org.jspecify.annotations.NullMarked;
