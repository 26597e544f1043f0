// The widths of a fixed-point accumulator: word = flags | guard bits | product bits.
#pragma once

namespace macroscope {

struct FixedShape {
  int product_bits = 0;  // The exact product, two's complement.
  int guard_bits = 0;
  int flag_bits = 0;  // nan; or nan, +infinity, -infinity from the lowest up; or none.
  bool saturate = false;

  // No RTL port has zero bits: without guard bits the port carries the sign, without flags a 0.
  int high_bits() const { return guard_bits > 0 ? guard_bits : 1; }
  int flag_ports() const { return flag_bits > 0 ? flag_bits : 1; }
  int fixed_bits() const { return product_bits + guard_bits; }
  int word_bits() const { return fixed_bits() + flag_bits; }
};

}  // namespace macroscope
