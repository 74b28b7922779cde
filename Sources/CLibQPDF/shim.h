#pragma once
#include <fcntl.h>
#include <malloc.h>
#include <qpdf/qpdf-c.h>
#include <qpdf/qpdflogger-c.h>

// Swift does not see what glibc declares for _GNU_SOURCE alone.
extern int memfd_create(const char *name, unsigned int flags);
extern int pipe2(int ends[2], int flags);

static inline int hoso_memory_file(void) { return memfd_create("hoso", 1u /* MFD_CLOEXEC */); }
static inline int hoso_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

// Only glibc keeps freed memory so; elsewhere there is nothing to do.
static inline void hoso_release_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
