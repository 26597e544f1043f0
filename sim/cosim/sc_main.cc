// libsystemc brings a main() that wants this. It never runs: simulations are children of the
// program's own main(). A program that defines its own sc_main gets that one.
#include <systemc>

int sc_main(int, char*[]) { return 1; }
