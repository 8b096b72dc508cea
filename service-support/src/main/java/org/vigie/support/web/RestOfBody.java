package org.vigie.support.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a body when its request was answered, such as one without a token: read, so that its sender comes to
 * read the answer, but no more than 1 MiB and no longer than any body may take. The server's own reading has no end as
 * long as bytes come.
 */
final class RestOfBody extends ValveBase {

    private static final int MOST = 1 << 20;

    private final Duration time;

    /** @param time from the beginning of a request */
    RestOfBody(Duration time) {
        super(true);
        this.time = time;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var end = System.nanoTime() + time.toNanos();
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && !request.isFinished()) {
                response.finishResponse();
                if (!read(request, end)) {
                    request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
                }
            }
        }
    }

    /** Whether all of it was read. Below the request, whose own stream is closed once the response is finished. */
    private static boolean read(Request request, long end) {
        try {
            var body = request.getCoyoteRequest();
            var read = new Unread();
            for (int left = MOST; left > 0 && System.nanoTime() < end; ) {
                var count = body.doRead(read);
                if (count < 0) {
                    return true;
                }
                left -= count;
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    /** Takes what comes and keeps none of it. */
    private static final class Unread implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(@Nullable ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        /** It is handed buffers and has none of its own. */
        @Override
        public void expand(int size) {}
    }
}
