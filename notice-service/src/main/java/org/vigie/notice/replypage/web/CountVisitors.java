package org.vigie.notice.replypage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts requests by the address they come from; behind a proxy that is the proxy's, which then has to count. */
record CountVisitors(VisitorLimits limits) implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        limits.take(request.getRemoteAddr());
        return true;
    }
}
