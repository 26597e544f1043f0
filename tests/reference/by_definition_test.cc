// All operations of formats of four to six bits, and conversions of all codes of wider ones, in
// every mode, by all dice, with every treatment of subnormals and both kinds of tininess: results
// and flags against the definition.
// Long for one file, but one table of designs and the one loop over them.
#include "tests/reference/by_definition.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "models/reference/reference.h"

namespace macroscope {
namespace {

Format Row(const char* name, int exponent_bits, int fraction_bits, Specials specials) {
  Format format;
  format.name = name;
  format.exponent_bits = exponent_bits;
  format.fraction_bits = fraction_bits;
  format.bias = (1 << (exponent_bits - 1)) - 1;
  format.specials = specials;
  Validate(format);
  return format;
}

// A power of two from 2^-7 to 2^7, and NaN.
Format Scale() {
  Format format = Row("e4m0", 4, 0, Specials::kTopCodeNan);
  format.has_sign = format.has_subnormals = format.has_zero = false;
  Validate(format);
  return format;
}

std::vector<Format> FourBitFormats() {
  return {Row("e2m1_ieee", 2, 1, Specials::kIeee),
          Row("e2m1", 2, 1, Specials::kNone),
          Row("e2m1_fnuz", 2, 1, Specials::kNegativeZeroNan),
          Row("e2m1_extended", 2, 1, Specials::kExtended),
          Row("e2m1_top", 2, 1, Specials::kTopCodeNan),
          Row("e3m0", 3, 0, Specials::kNone),
          Row("e3m0_top", 3, 0, Specials::kTopCodeNan),
          Row("e1m2", 1, 2, Specials::kNone)};
}

std::vector<Format> WiderFormats() {
  return {Row("e2m2_ieee", 2, 2, Specials::kIeee), Row("e3m1_ieee", 3, 1, Specials::kIeee),
          Row("e3m2_ieee", 3, 2, Specials::kIeee)};
}

std::vector<Overflow> Overflows(const Format& to) {
  if (to.is_integer()) return {Overflow::kSaturate, Overflow::kWrap};
  std::vector<Overflow> all = {Overflow::kSaturate};
  if (to.has_nan()) all.push_back(Overflow::kNan);
  if (to.has_infinity()) all.push_back(Overflow::kInfinity);
  return all;
}

bool Signals(const Format& format, std::uint64_t code) {
  if (format.specials != Specials::kIeee || format.is_integer()) return false;
  const std::uint64_t fraction = code & ((std::uint64_t{1} << format.fraction_bits) - 1);
  const bool top = (code & format.infinity(false)) == format.infinity(false);
  return top && fraction != 0 && fraction >> (format.fraction_bits - 1) == 0;
}

double Value(const Format& format, std::uint64_t code, bool flush) {
  const Decoded value = Decode(format, code);
  double magnitude = ByDefinition::Magnitude(value);
  if (flush && value.number_class == NumberClass::kSubnormal) magnitude = 0;
  if (value.number_class == NumberClass::kInfinity) magnitude = HUGE_VAL;
  if (value.number_class == NumberClass::kNan) magnitude = std::nan("");
  return value.negative ? -magnitude : magnitude;
}

// The definition of a whole operation. Doubles hold the exact result, and have its specials.
ByDefinition::Result Expected(const ByDefinition& definition, const Design& design,
                              const Operation& in, const Direction& direction) {
  const bool flush = FlushesInputs(design);
  const bool adds = design.unit == UnitKind::kFpAdd;
  const double a = Value(design.a, in.a.low(), flush);
  const double b = HasB(design) ? Value(design.b, in.b.low(), flush) : 1;
  const double product = adds ? a : a * b;
  const double addend = adds ? b : HasC(design) ? Value(definition.to, in.c.low(), flush) : 0;
  const bool sums = adds || HasC(design);
  const double exact = sums ? product + addend : product;
  if (std::isnan(exact)) {
    const bool from_operand = std::isnan(a) || std::isnan(b) || std::isnan(addend);
    const bool no_product = !adds && std::isnan(product) && !std::isnan(a) && !std::isnan(b);
    return definition.Nan(!from_operand || no_product || Signals(design.a, in.a.low()) ||
                          (HasB(design) && Signals(design.b, in.b.low())) ||
                          (HasC(design) && Signals(definition.to, in.c.low())));
  }
  if (std::isinf(exact)) {
    return definition.Infinity(exact < 0, design.unit == UnitKind::kConvert);
  }
  if (exact != 0) return definition.Round(exact, direction);
  const bool unlike = sums && std::signbit(product) != std::signbit(addend);
  const bool minus =
      unlike ? direction.rounding == Rounding::kTowardNegative : std::signbit(product);
  return definition.Zero(minus, 0);
}

// All codes of all operands, `a` by steps.
class Comparison {
 public:
  explicit Comparison(std::uint64_t step = 1) : step_(step) {}

  void Run(const Design& design, const Direction& direction) {
    const ByDefinition definition(design);
    Reference reference(design);
    Operation in;
    in.r = design.rounding == Rounding::kPort ? static_cast<std::uint64_t>(direction.rounding)
                                              : direction.random;
    const std::uint64_t b_mask = HasB(design) ? design.b.code_mask() : 0;
    const std::uint64_t c_mask = HasC(design) ? design.accumulator.format.code_mask() : 0;
    for (std::uint64_t a = first_++ % step_; a <= design.a.code_mask(); a += step_) {
      for (std::uint64_t b = 0; b <= b_mask; ++b) {
        for (std::uint64_t c = 0; c <= c_mask; ++c, ++cases_) {
          in.a = a;
          in.b = b;
          in.c = c;
          const auto expected = Expected(definition, design, in, direction);
          std::uint8_t flags = 0;
          const std::uint64_t z = reference.Operate(in, &flags).low();
          ++raised_[expected.flags];
          if (z == expected.code && flags == expected.flags) continue;
          FAIL() << Name(design.unit) << ' ' << design.a.name << " -> "
                 << design.accumulator.format.name << ' ' << Name(design.rounding) << ' '
                 << Name(direction.rounding) << ' ' << Name(design.overflow) << ' '
                 << Name(design.subnormals) << ' ' << Name(design.tininess) << std::hex << ": a "
                 << a << " b " << b << " c " << c << " r " << in.r << " gives " << z << " flags "
                 << int{flags} << ", should give " << expected.code << " flags " << expected.flags;
        }
      }
    }
  }

  // Every mode, fixed and through the port, and all dice of `dice` bits, under both kinds of
  // tininess, with each of `treatments`.
  void RunAll(Design design, const std::vector<Subnormals>& treatments, int dice) {
    for (const Subnormals treatment : treatments) {
      for (const Tininess tininess : {Tininess::kAfterRounding, Tininess::kBeforeRounding}) {
        design.subnormals = treatment;
        design.tininess = tininess;
        for (int mode = 0; mode < static_cast<int>(Rounding::kStochastic); ++mode) {
          design.rounding = static_cast<Rounding>(mode);
          Run(design, {design.rounding});
        }
        design.rounding = Rounding::kPort;
        Run(design, {static_cast<Rounding>(cases_ % kPortModes)});
        design.rounding = Rounding::kStochastic;
        design.random_bits = dice;
        for (std::uint64_t random = 0; random < std::uint64_t{1} << dice; ++random) {
          Run(design, {Rounding::kStochastic, random, dice});
        }
        design.random_bits = 0;
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }

  void Report(const std::vector<int>& flags) const {
    std::printf("%lu operations\n", cases_);
    EXPECT_GT(cases_, 100'000U);
    for (const int combination : flags) EXPECT_GT(raised_[combination], 100) << combination;
  }

 private:
  std::uint64_t step_;
  std::uint64_t first_ = 0;
  std::uint64_t cases_ = 0;
  int raised_[1 << kFlagBits] = {};
};

Design MakeUnitDesign(UnitKind unit, const Format& a, const Format& b, const Format& to,
                      Overflow overflow) {
  Design design;
  design.unit = unit;
  design.a = a;
  design.b = b;
  design.accumulator.format = to;
  design.overflow = overflow;
  return design;
}

const std::vector<Subnormals> kAllTreatments = {Subnormals::kKeep, Subnormals::kFlushInputs,
                                                Subnormals::kFlushOutputs, Subnormals::kFlush};
constexpr int kTiny = Flags::kUnderflow | Flags::kInexact;
constexpr int kTooLarge = Flags::kOverflow | Flags::kInexact;
const std::vector<int> kAllFlags = {0, Flags::kInexact, kTiny, kTooLarge, Flags::kInvalid};

TEST(ByDefinition, HoldsForAllOperationsOfFourBitFormats) {
  Comparison comparison;
  for (const UnitKind unit : {UnitKind::kFpFma, UnitKind::kFpAdd, UnitKind::kFpMul}) {
    for (const Format& format : FourBitFormats()) {
      for (const Overflow overflow : Overflows(format)) {
        comparison.RunAll(MakeUnitDesign(unit, format, format, format, overflow), kAllTreatments,
                          unit == UnitKind::kFpFma ? 2 : 4);
        if (HasFatalFailure()) return;
      }
    }
  }
  comparison.Report(kAllFlags);
}

TEST(ByDefinition, HoldsForAllOperationsOfFiveAndSixBitFormats) {
  Comparison comparison;
  for (const UnitKind unit : {UnitKind::kFpFma, UnitKind::kFpAdd, UnitKind::kFpMul}) {
    for (const Format& format : WiderFormats()) {
      comparison.RunAll(MakeUnitDesign(unit, format, format, format, Overflow::kInfinity),
                        {Subnormals::kKeep}, 1);
      if (HasFatalFailure()) return;
    }
  }
  comparison.Report(kAllFlags);
}

// A result narrower or wider than the operands, and operands of two formats.
TEST(ByDefinition, HoldsForMixedFormats) {
  Comparison comparison;
  const Catalogue catalogue;
  const Format e5m2 = catalogue.Find("fp8_e5m2");
  const Format to = Row("e3m2_ieee", 3, 2, Specials::kIeee);
  const Format e2m1 = catalogue.Find("fp4_e2m1"), int4 = catalogue.Find("int4");
  const std::vector<Subnormals> treatments = {Subnormals::kKeep, Subnormals::kFlush};
  const std::vector<Format> targets = {to, e5m2, Row("e2m1_ieee", 2, 1, Specials::kIeee)};
  for (const Format& target : targets) {
    for (const auto& [unit, a, b] :
         {std::tuple{UnitKind::kFpAdd, e5m2, e2m1}, std::tuple{UnitKind::kFpMul, e5m2, e2m1},
          std::tuple{UnitKind::kFpMul, int4, e5m2}, std::tuple{UnitKind::kFpFma, int4, e2m1}}) {
      comparison.RunAll(MakeUnitDesign(unit, a, b, target, Overflow::kInfinity), treatments, 3);
      if (HasFatalFailure()) return;
    }
  }
  comparison.Report(kAllFlags);
}

TEST(ByDefinition, HoldsForConversions) {
  constexpr std::uint64_t kStep = 61;  // Of 2^16 codes: another first one each time.
  Comparison comparison(kStep);
  const Catalogue catalogue;
  std::vector<Format> targets = FourBitFormats();
  for (const char* name :
       {"fp8_e4m3", "fp8_e5m2", "fp8_e4m3fnuz", "fp6_e3m2", "p3109_k8p4ue", "p3109_k8p1uf", "e8m0",
        "int4", "uint4", "smag4", "int8", "q3.4", "uq4.4", "int32"}) {
    targets.push_back(catalogue.Find(name));
  }
  for (const Format& target : targets) {
    for (const Overflow overflow : Overflows(target)) {
      comparison.RunAll(
          MakeUnitDesign(UnitKind::kConvert, catalogue.Find("fp16"), {}, target, overflow),
          kAllTreatments, 4);
      if (HasFatalFailure()) return;
    }
  }
  comparison.Report(kAllFlags);
}

TEST(ByDefinition, HoldsForScaledConversions) {
  Comparison comparison(3);
  const Catalogue catalogue;
  for (const char* from : {"fp8_e4m3", "int8"}) {
    for (const char* to : {"fp4_e2m1", "fp8_e4m3", "p3109_k8p4se", "int8", "e8m0"}) {
      const Format target = catalogue.Find(to);
      comparison.RunAll(MakeUnitDesign(UnitKind::kConvert, catalogue.Find(from), Scale(), target,
                                       Overflows(target).back()),
                        {Subnormals::kKeep, Subnormals::kFlush}, 2);
      if (HasFatalFailure()) return;
    }
  }
  comparison.Report(kAllFlags);
}

TEST(RoundingPort, RefusesWhatIsNoMode) {
  const Format format = FourBitFormats().front();
  Design design = MakeUnitDesign(UnitKind::kFpMul, format, format, format, Overflow::kInfinity);
  design.rounding = Rounding::kPort;
  Reference reference(design);
  for (std::uint64_t mode = 0; mode < 8; ++mode) {
    const Operation in{.a = 1, .b = 1, .r = mode};
    if (mode < kPortModes) {
      EXPECT_NO_THROW(reference.Operate(in));
    } else {
      EXPECT_THROW(reference.Operate(in), std::invalid_argument);
    }
  }
}

}  // namespace
}  // namespace macroscope
