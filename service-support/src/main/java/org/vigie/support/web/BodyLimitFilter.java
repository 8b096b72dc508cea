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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than the limit, whatever length the request states, and waits for it no longer than the time
 * and a second more for each 64 KiB that came, in real time, however slowly it comes. The server ends a wait for a
 * single byte itself, {@code server.tomcat.connection-timeout}. Forms are read here: the server would read them by
 * limits of its own, as soon as anybody asks for a parameter.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** What comes as fast has all the time it needs. */
    private static final int BYTES_A_SECOND = 64 * 1024;

    private final WebProperties properties;
    private final Map<String, DataSize> limits;

    /** @param larger where a body may be larger than elsewhere */
    BodyLimitFilter(WebProperties properties, List<LargerBody> larger) {
        this.properties = properties;
        this.limits = larger.stream().collect(Collectors.toUnmodifiableMap(LargerBody::path, LargerBody::limit));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.getOrDefault(request.getRequestURI(), properties.bodyLimit());
        var limited = new LimitedRequest(request, limit, properties.bodyTime());
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

        private final DataSize limit;
        private final Duration time;

        LimitedRequest(HttpServletRequest request, DataSize limit, Duration time) {
            super(request);
            this.limit = limit;
            this.time = time;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit, time);
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
        private long waited;
        private long read;

        LimitedStream(ServletInputStream body, DataSize limit, Duration time) {
            this.body = body;
            this.limit = limit;
            this.time = time;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var asked = System.nanoTime();
            var count = body.read(buffer, offset, length);
            if (count < 0) {
                return count;
            }
            waited += System.nanoTime() - asked;
            read += count;
            var wait = time.plusSeconds(read / BYTES_A_SECOND);
            if (waited > wait.toNanos()) {
                throw new BodyTooSlow(wait);
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
