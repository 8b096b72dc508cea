vcl 4.1;
backend o { .host = "127.0.0.1"; .port = "17081"; }
