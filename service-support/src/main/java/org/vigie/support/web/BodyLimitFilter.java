package org.vigie.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than the limit, whatever length the request states, and for no longer than the time, in real
 * time, however slowly it comes. The server ends a wait for a single byte itself,
 * {@code server.tomcat.connection-timeout}. Forms are read here: the server would read them by limits of its own, as
 * soon as anybody asks for a parameter.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final WebProperties properties;

    BodyLimitFilter(WebProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limited = new LimitedRequest(request, properties);
        if (FormRequest.isForm(request)) {
            read(limited, response, chain);
        } else {
            chain.doFilter(limited, response);
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        FormRequest form;
        try {
            form = FormRequest.read(request);
        } catch (BodyTooLarge e) {
            Problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", e.getMessage());
            return;
        } catch (BodyTooSlow e) {
            Problems.write(response, HttpStatus.REQUEST_TIMEOUT, "body-too-slow", e.getMessage());
            return;
        } catch (FormRequest.Malformed _) {
            Problems.write(response, HttpStatus.BAD_REQUEST, "malformed-request", "The form cannot be read.");
            return;
        } catch (IOException _) {
            Problems.write(response, HttpStatus.REQUEST_TIMEOUT, "body-too-slow", BodyTooSlow.PAUSED);
            return;
        }
        chain.doFilter(form, response);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final WebProperties properties;
        private final long began = System.nanoTime();

        LimitedRequest(HttpServletRequest request, WebProperties properties) {
            super(request);
            this.properties = properties;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), properties, began);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize limit;
        private final Duration time;
        private final long began;
        private long read;

        LimitedStream(ServletInputStream body, WebProperties properties, long began) {
            this.body = body;
            this.limit = properties.bodyLimit();
            this.time = properties.bodyTime();
            this.began = began;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = body.read(buffer, offset, length);
            if (count < 0) {
                return count;
            }
            read += count;
            if (System.nanoTime() - began > time.toNanos()) {
                throw new BodyTooSlow(time);
            }
            if (read > limit.toBytes()) {
                throw new BodyTooLarge(limit);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
