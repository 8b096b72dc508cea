package org.vigie.notice.signin.web;

/** Where people sign in and out. */
final class DeskPaths {

    static final String ALL = "/desk/**";
    static final String FIRST = "/desk";
    static final String FILES = "/desk/files/**";
    static final String SIGN_IN = "/desk/sign-in";
    static final String SIGNED_IN = "/desk/signed-in";
    static final String SIGN_OUT = "/desk/sign-out";
    static final String SIGNED_OUT = "/desk/signed-out";

    private DeskPaths() {}
}
