package org.vigie.availability.probe.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.vigie.url.WebUrl;

/** What is sent. */
final class Requests {

    private Requests() {}

    static ClassicHttpRequest of(String method, WebUrl url, Question question) {
        var ask = question.ask();
        var request = new BasicClassicHttpRequest(method, "/");
        // Set apart: the constructor would read //x as a host.
        request.setPath(url.requestTarget());
        request.addHeader("Host", hostAndPort(url));
        ask.identity().headers().forEach(request::addHeader);
        request.setHeader("Accept-Encoding", "identity");
        question.cookies().of(url).ifPresent(cookies -> request.setHeader("Cookie", cookies));
        var referrer = ask.referrer();
        if (referrer != null) {
            request.setHeader("Referer", referrer.canonical());
        }
        if (method.equals("GET") && !ask.page() && !ask.text()) {
            request.setHeader("Range", "bytes=0-0");
        }
        request.setHeader("Connection", "close");
        return request;
    }

    private static String hostAndPort(WebUrl url) {
        var host = url.host().text();
        return url.port() == url.scheme().defaultPort() ? host : host + ":" + url.port();
    }
}
