package dev.colloquy.gateway.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Counts every frame, pings and parts of messages as well. After one too many, or one that breaks the protocol, frames are
 * dropped where they arrive.
 */
final class FrameCounter extends ChannelInboundHandlerAdapter {

    private final FloodGuard guard;
    private final Wire wire;
    private boolean over;

    FrameCounter(FloodGuard guard, Wire wire) {
        this.guard = guard;
        this.wire = wire;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof WebSocketFrame frame) || frame instanceof CloseWebSocketFrame || admits(frame)) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            end(broken.closeStatus());
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private boolean admits(WebSocketFrame frame) {
        if (over) {
            return false;
        }
        wire.showLife();
        if (frame.rsv() != 0) {
            end(WebSocketCloseStatus.PROTOCOL_ERROR);
        } else if (!guard.admits()) {
            end(WebSocketCloseStatus.POLICY_VIOLATION);
        }
        return !over;
    }

    private void end(WebSocketCloseStatus status) {
        if (!over) {
            over = true;
            wire.breach(status.code());
        }
    }
}
