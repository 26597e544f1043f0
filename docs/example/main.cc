// Quantises numbers to FP8, multiplies and adds with flags, and sums a dot product in three ways.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "models/batch/batch.h"
#include "models/formats/catalogue.h"
#include "models/formats/decode.h"
#include "models/reference/quantize.h"
#include "models/reference/reference.h"

using macroscope::Batch;
using macroscope::Catalogue;
using macroscope::DecimalValue;
using macroscope::Decode;
using macroscope::Design;
using macroscope::DesignText;
using macroscope::Format;

namespace {

// A design as the command line has it; what is not said is the default.
Design MakeDesign(const char* unit, const char* operands, const char* accumulator) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return ParseDesign(text, Catalogue());
}

// Numbers to codes, each rounded once.
void Quantise() {
  const Format fp8 = Catalogue().Find("fp8_e4m3");
  std::printf("fp8_e4m3 of\n");
  for (const double number : {1.3, -0.1, 500.0, 1e-3}) {
    const auto [code, flags] =
        Quantize(number, fp8, macroscope::Rounding::kTiesToEven, macroscope::Overflow::kSaturate);
    std::printf("  %6g  code %02x  value %-14s flags %02x\n", number, static_cast<unsigned>(code),
                DecimalValue(Decode(fp8, code)).c_str(), flags);
  }
}

// z = a*b + c in fp16: a batch of three operations, with the exception flags of each.
void MultiplyAdd() {
  const Batch fma(MakeDesign("fp_fma", "fp16", "fp16"));
  const std::vector<std::uint64_t> a = {0x3e00, 0x7bff, 0x7c00};  // 1.5, 65504, infinity
  const std::vector<std::uint64_t> b = {0x4000, 0x4000, 0x0000};  // 2, 2, 0
  const std::vector<std::uint64_t> c = {0x3c00, 0x0000, 0x3c00};  // 1, 0, 1
  std::vector<std::uint64_t> z(a.size());
  std::vector<std::uint8_t> flags(a.size());
  fma.Evaluate({.count = a.size(), .a = a, .b = b, .c = c}, z, flags);
  std::printf("fp16 a*b + c\n");
  for (std::size_t i = 0; i < z.size(); ++i) {
    std::printf("  %04x * %04x + %04x = %04x  flags %02x\n", static_cast<unsigned>(a[i]),
                static_cast<unsigned>(b[i]), static_cast<unsigned>(c[i]),
                static_cast<unsigned>(z[i]), flags[i]);
  }
}

// A dot product of 4096 pairs: rounded after each step, exact in fixed point, and rounded once.
void DotProduct() {
  const Design in_fp16 = MakeDesign("fp_fma", "fp8_e4m3", "fp16");
  const Design in_fixed = MakeDesign("kulisch_mac", "fp8_e4m3", "fixed+12");
  const Batch running(in_fp16), exact(in_fixed);
  std::vector<std::uint64_t> a, b;
  for (int i = 0; i < 4096; ++i) {
    a.push_back(Quantize(std::cos(i), in_fp16.a, {}, {}).code);
    b.push_back(Quantize(std::cos(i) + 0.25, in_fp16.b, {}, {}).code);
  }
  const Format& fp16 = in_fp16.accumulator.format;
  const std::uint64_t stepwise = running.Accumulate(a, b).low();
  const std::uint64_t once = macroscope::Reference(in_fp16).Dot(a, b).low();
  // Two's complement, in units of the least product; a NaN would set the bit above.
  const int unused_bits = 64 - in_fixed.accumulator.width_bits;
  const auto word = static_cast<std::int64_t>(exact.Accumulate(a, b).low() << unused_bits);
  const int least_exponent = ExactProduct(in_fixed.a, in_fixed.b).least_exponent;
  const double sum = std::ldexp(static_cast<double>(word >> unused_bits), least_exponent);
  std::printf("sum of 4096 products of fp8_e4m3\n");
  std::printf("  rounded to fp16 after each step  %s\n",
              DecimalValue(Decode(fp16, stepwise)).c_str());
  std::printf("  exact, in fixed point            %.17g\n", sum);
  std::printf("  exact, rounded once to fp16      %s\n", DecimalValue(Decode(fp16, once)).c_str());
}

}  // namespace

int main() {
  Quantise();
  MultiplyAdd();
  DotProduct();
}
