package org.vigie.notice.replypage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts requests by the address they come from; behind a proxy that is the proxy's, which then has to count. What no
 * method of ours answers, such as OPTIONS, is not counted: nothing is looked up for it.
 */
record CountVisitors(VisitorLimits limits) implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            limits.take(request.getRemoteAddr());
        }
        return true;
    }
}
