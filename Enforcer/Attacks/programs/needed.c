// A harmless library, and with MAIN a program that needs it.
#ifdef MAIN
int needed(void);
int main(void) { return needed(); }
#else
int needed(void) { return 0; }
#endif
