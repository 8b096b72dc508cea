package org.vigie.availability.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the head of an answer as browsers do: any spelling and version of HTTP in the status line, and ICY; folded
 * lines joined; lines that are none passed over. Octets become the characters of the same number (ISO 8859-1).
 */
final class LenientHeadParser implements HttpMessageParser<ClassicHttpResponse> {

    private static final int MAX_EMPTY_LINES = 4;

    /** Chromium passes over as many octets before it (net/http/http_stream_parser, kMaxStatusLineSlop 4). */
    private static final Pattern STATUS_LINE = Pattern.compile(
            "^.{0,4}?(?:HTTP(?:/\\S*)?|ICY)[ \\t]+(\\d{3})(?!\\d).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int LEAST_STATUS = 100;

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, ProtocolException {
        var line = new CharArrayBuffer(128);
        var response = new BasicClassicHttpResponse(status(firstLine(buffer, in, line)));
        response.setHeaders(headers(buffer, in, line));
        return response;
    }

    private static String firstLine(SessionInputBuffer buffer, InputStream in, CharArrayBuffer line)
            throws IOException, ProtocolException {
        for (int empty = 0; empty <= MAX_EMPTY_LINES; empty++) {
            line.clear();
            if (buffer.readLine(line, in) < 0) {
                throw new NoHttpResponseException("the connection was closed without an answer");
            }
            if (line.length() > 0) {
                return line.toString();
            }
        }
        throw new ProtocolException("no status line");
    }

    private static int status(String line) throws ProtocolException {
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new ProtocolException("no status line");
        }
        var status = Integer.parseInt(matcher.group(1));
        if (status < LEAST_STATUS) {
            throw new ProtocolException("no status");
        }
        return status;
    }

    private static Header[] headers(SessionInputBuffer buffer, InputStream in, CharArrayBuffer line)
            throws IOException {
        var headers = new ArrayList<Header>();
        var logical = new StringBuilder();
        while (true) {
            line.clear();
            if (buffer.readLine(line, in) < 0) {
                throw new ConnectionClosedException("the connection was closed in the middle of the headers");
            }
            if (line.length() == 0) {
                add(logical, headers);
                return headers.toArray(Header[]::new);
            }
            var isFolded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!isFolded) {
                add(logical, headers);
                logical.setLength(0);
            }
            logical.append(line, 0, line.length());
        }
    }

    /** A line without a name or without a colon is no header. */
    private static void add(CharSequence line, List<Header> headers) {
        var text = line.toString();
        var colon = text.indexOf(':');
        var name = colon < 0 ? "" : text.substring(0, colon).strip();
        if (!name.isEmpty()) {
            headers.add(new BasicHeader(name, text.substring(colon + 1).strip()));
        }
    }
}
