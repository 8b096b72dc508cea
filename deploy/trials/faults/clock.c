/* Preloaded into a process, adds to its clock as many seconds as the file that CLOCK_OFFSET names holds, an int64_t that
 * may change meanwhile. Waits and the monotonic clock stay as they are, as when somebody sets the clock of a machine.
 * libfaketime 0.9.10 opens its file for each wait of a JVM, under one lock, and a service did not start within minutes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int64_t none;
static volatile int64_t *offset = &none;
static int (*real_clock_gettime)(clockid_t, struct timespec *);
static int (*real_gettimeofday)(struct timeval *restrict, void *restrict);

__attribute__((constructor)) static void begin(void) {
    real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    real_gettimeofday = dlsym(RTLD_NEXT, "gettimeofday");
    int file = open(getenv("CLOCK_OFFSET"), O_RDONLY | O_CLOEXEC);
    void *shared = mmap(NULL, sizeof none, PROT_READ, MAP_SHARED, file, 0);
    if (file < 0 || shared == MAP_FAILED) {
        _exit(78);
    }
    close(file);
    offset = shared;
}

int clock_gettime(clockid_t which, struct timespec *now) {
    int failed = real_clock_gettime ? real_clock_gettime(which, now) : -1;
    if (!failed && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        now->tv_sec += *offset;
    }
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int failed = real_gettimeofday ? real_gettimeofday(now, zone) : -1;
    if (!failed) {
        now->tv_sec += *offset;
    }
    return failed;
}

time_t time(time_t *kept) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept) {
        *kept = now.tv_sec;
    }
    return now.tv_sec;
}
