// Where the kernel enters the launcher: there is no C library that would do this.

extern _Noreturn void launch(const long *stack);

#if defined(__x86_64__)
__asm__(
    ".section .text._start,\"ax\",@progbits\n"
    ".global _start\n"
    "_start:\n"
    "  xor %ebp, %ebp\n"
    "  mov %rsp, %rdi\n"
    "  and $-16, %rsp\n"
    "  call launch\n"
    "  ud2\n");
#elif defined(__aarch64__)
__asm__(
    ".section .text._start,\"ax\",@progbits\n"
    ".global _start\n"
    "_start:\n"
    "  mov x29, xzr\n"
    "  mov x0, sp\n"
    "  bl launch\n"
    "  brk 1\n");
#endif
