// A library of the function that needs another one, looked for below /tmp.
int absent(void);
int run_path(void) { return absent(); }
