// Logarithm and exponential of one value on every machine. Those of the C library differ between
// libraries and versions in the last bit, which can move an operand's code. These use only what
// IEEE 754 defines bit for bit (+ - * / on doubles, no fused multiply-add: see CMakeLists.txt), are
// a few units in the last place off, and take nanoseconds, where MPFR would take microseconds.
#pragma once

namespace macroscope {

// The natural logarithm of a positive normal number.
double ReproducibleLog(double x);

// e^x, and e^x - 1 without cancellation for small x; for |x| up to 700.
double ReproducibleExp(double x);
double ReproducibleExpMinusOne(double x);

}  // namespace macroscope
