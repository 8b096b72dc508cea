"""How the scripts of this directory call and start the mail software of Debian, in its own directory and namespaces."""
import pathlib, re, socket, subprocess, time


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def start(name, *command, cwd=None, env=None):
    return subprocess.Popen(command, cwd=cwd, env=env, stdout=open(f"/var/log/{name}.out", "a"),
                            stderr=subprocess.STDOUT)


def start_rt(port):
    start("rt", "runuser", "-u", "www-data", "--", "/usr/share/request-tracker5/libexec/rt-server", "--host", "127.0.0.1",
          "--port", str(port))


def write(path, text):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def wait_for(port, seconds=180):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"nothing listens on port {port}")


def start_postfix(settings, more_services, port=None):
    """As Debian has it, but without a chroot of its own; at another port if one is given."""
    write("/etc/postfix/main.cf", settings)
    services = pathlib.Path("/usr/share/postfix/master.cf.dist").read_text()
    services = re.sub(r"^(\w+\s+(?:inet|unix|fifo|unix-dgram)\s+\S+\s+\S+\s+)y", r"\1n", services, flags=re.M)
    if port:
        services = re.sub(r"^smtp(\s+inet)", rf"127.0.0.1:{port}\1", services, flags=re.M)
    write("/etc/postfix/master.cf", services + more_services)
    run("postfix", "start")


def to_rt(port):
    """A line of master.cf that has Request Tracker take mail."""
    return ("rt unix - n n - 1 pipe flags=R user=nobody "
            f"argv=/usr/bin/rt-mailgate --queue General --action correspond --url http://127.0.0.1:{port}\n")


def start_exim(settings):
    write("/etc/exim4/exim4.conf", settings)
    if subprocess.run(["id", "Debian-exim"], capture_output=True).returncode:
        run("useradd", "--system", "--user-group", "-M", "-s", "/usr/sbin/nologin", "Debian-exim")
    pathlib.Path("/var/spool/exim").mkdir()
    run("chown", "Debian-exim:Debian-exim", "/var/spool/exim")
    start("exim", "/usr/sbin/exim4", "-bdf", "-q1m")


def set_up_rt(port, domain, correspond):
    write("/etc/request-tracker5/RT_SiteConfig.d/90-trial.pm", f"""
Set($rtname, '{domain}');
Set($Organization, '{domain}');
Set($CorrespondAddress, '{correspond}@{domain}');
Set($CommentAddress, 'comment@{domain}');
Set($WebPath, '');
Set($WebDomain, '127.0.0.1');
Set($WebPort, {port});
Set($WebBaseURL, 'http://127.0.0.1:{port}');
Set($SendmailPath, '/usr/sbin/sendmail');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($MaxAttachmentSize, 20*1024*1024);
1;
""")
    run("chmod", "644", "/etc/request-tracker5/RT_SiteConfig.pm")
    run("perl", "/trial/rt.pl", "rights")
    start_rt(port)
