#include "tests/cosim/toy_unit.h"

namespace macroscope {
namespace {

Design ToyDesign(const ToyUnit::Options& options) {
  Design design;
  design.unit = UnitKind::kIntMac;
  design.a.name = "int" + std::to_string(options.width_bits);
  design.a.family = Family::kInteger;
  design.a.integer_width_bits = options.width_bits;
  design.b = design.a;
  design.accumulator.is_fixed = true;
  design.accumulator.width_bits = options.c_bits;
  design.accumulator.guard_bits = options.c_bits - 2 * options.width_bits;
  design.overflow = Overflow::kWrap;
  design.structure.cuts = options.cuts;
  return design;
}

UnitFrame ToyFrame(const ToyUnit::Options& options) {
  const auto width = static_cast<std::uint32_t>(options.width_bits);
  return {.stages = {{.name = "multiply",
                      .rtl_module = "toy",
                      .group = kGroupMultiply,
                      .register_group = kGroupMultiply,
                      .outputs = {{"product", 2 * options.width_bits}}},
                     {.name = "add",
                      .rtl_module = "toy",
                      .group = kGroupAlignAdd,
                      .register_group = kGroupAlignAdd,
                      .outputs = {{"sum", options.c_bits}}}},
          .loop_start = 1,
          .top = options.top,
          .rtl_sources = {"toy/toy_register.sv"},
          .rtl_parameters = {{"Width", width},
                             {"CWidth", static_cast<std::uint32_t>(options.c_bits)},
                             {"Offset", static_cast<std::uint32_t>(options.offset)}}};
}

std::int64_t SignExtend(std::uint64_t value, int bits) {
  return static_cast<std::int64_t>(value << (64 - bits)) >> (64 - bits);
}

}  // namespace

ToyUnit::ToyUnit(const Options& options)
    : Unit(ToyDesign(options), ToyFrame(options)), offset_(options.offset) {
  z_bits_ = options.c_bits;
}

std::int64_t ToyUnit::Product(std::uint64_t a, std::uint64_t b) const {
  return SignExtend(
      static_cast<std::uint64_t>(SignExtend(a, a_bits()) * SignExtend(b, b_bits()) + offset_),
      2 * a_bits());
}

std::vector<Bits> ToyUnit::Trace(const Operation& in) const {
  const std::int64_t product = Product(in.a.low(), in.b.low());
  Bits sum;
  std::uint64_t carry = 0;
  for (int limb = 0; limb < c_limbs(); ++limb) {
    const std::uint64_t addend =
        limb == 0 ? static_cast<std::uint64_t>(product) : (product < 0 ? ~0ull : 0);
    const unsigned __int128 total =
        static_cast<unsigned __int128>(addend) + in.c.limb[limb] + carry;
    const int bits = std::min(64, c_bits() - 64 * limb);
    const std::uint64_t mask = bits == 64 ? ~0ull : (1ull << bits) - 1;
    sum.limb[limb] = static_cast<std::uint64_t>(total) & mask;
    carry = static_cast<std::uint64_t>(total >> 64);
  }
  return {static_cast<std::uint64_t>(product) & ((1ull << 2 * a_bits()) - 1), sum};
}

void ToyUnit::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                       std::span<std::uint8_t>) const {
  const std::size_t limbs = c_limbs();
  for (std::size_t i = 0; i < in.count; ++i) {
    const Bits sum = Trace(in.At(i, this->limbs())).back();
    for (std::size_t limb = 0; limb < limbs; ++limb) z[i * limbs + limb] = sum.limb[limb];
  }
}

}  // namespace macroscope
