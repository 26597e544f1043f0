#include "tests/batch/batch_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/batch/host.h"
#include "sim/stimulus/corner_biased.h"
#include "sim/stimulus/exhaustive.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kBlock = 1 << 14;

std::unique_ptr<OperandSource> Source(const Design& design, int c_bits, std::uint64_t repeats) {
  if (Exhaustive::CoversAll(design, c_bits) && repeats == 1) {
    return std::make_unique<Exhaustive>(design, c_bits);
  }
  if (Exhaustive::CoversPairs(design)) {
    return std::make_unique<Exhaustive>(design, c_bits, kSeed, repeats);
  }
  return std::make_unique<CornerBiased>(design, c_bits, kSeed);
}

}  // namespace

Format Floating(const char* name, int exponent_bits, int fraction_bits, int bias,
                Specials specials) {
  Format format;
  format.name = name;
  format.exponent_bits = exponent_bits;
  format.fraction_bits = fraction_bits;
  format.bias = bias;
  format.specials = specials;
  return format;
}

DesignText Text(const std::string& unit, const std::string& operands,
                const std::string& accumulator, const std::string& overflow) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  text.overflow = overflow;
  return text;
}

bool IsComputedBy(const std::string& kernel, const Design& design) {
  return HostInstructions() == Instructions::kPortable ||
         Batch(design).kernel().starts_with(kernel);
}

std::vector<BatchOptions> BatchWays() {
  std::vector<BatchOptions> ways = {{}};
  if (HostInstructions() == Instructions::kAvx512) ways.push_back({.avx512 = false});
  for (std::size_t i = ways.size(); i-- > 0;) {
    ways.push_back(ways[i]);
    ways.back().doubles = false;
  }
  ways.push_back({.portable = true});
  return ways;
}

std::uint64_t ExpectBatchIsLaw(const Design& design, std::uint64_t limit, std::uint64_t repeats) {
  SCOPED_TRACE(DisplayName(design) + ", seed " + std::to_string(kSeed));
  std::vector<std::unique_ptr<Batch>> ways;
  for (const BatchOptions& way : BatchWays()) {
    auto batch = std::make_unique<Batch>(design, way);
    // Each kernel once, and the laws against themselves if there is no other.
    const auto same = [&](const auto& other) { return other->kernel() == batch->kernel(); };
    if (std::ranges::any_of(ways, same)) continue;
    if (ways.empty() || batch->kernel() != "law") ways.push_back(std::move(batch));
  }
  const Unit& unit = ways.front()->unit();
  const auto c_limbs = static_cast<std::size_t>(unit.c_limbs());
  const auto z_limbs = static_cast<std::size_t>(unit.z_limbs());
  std::vector<std::uint64_t> a(kBlock), b(kBlock), c(kBlock * c_limbs), r(kBlock);
  std::vector<std::uint64_t> z(kBlock * z_limbs), expected(kBlock * z_limbs);
  std::vector<std::uint8_t> flags(kBlock), expected_flags(kBlock);
  const auto source = Source(design, unit.c_bits(), repeats);
  std::uint64_t cases = 0, wrong = 0;
  while (cases < limit && wrong == 0) {
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, limit));
    const std::size_t n =
        source->Fill({most, std::span(a).first(most), std::span(b).first(most),
                      std::span(c).first(most * c_limbs), std::span(r).first(most)});
    if (n == 0) break;
    cases += n;
    const Operands in = {n, std::span(a).first(n), std::span(b).first(n),
                         std::span(c).first(n * c_limbs), std::span(r).first(n)};
    const std::span all_z = std::span(z).first(n * z_limbs);
    const std::span all_flags = std::span(flags).first(n);
    unit.Evaluate(in, std::span(expected).first(n * z_limbs), std::span(expected_flags).first(n));
    for (const auto& way : ways) {
      std::ranges::fill(all_z, ~std::uint64_t{0});
      std::ranges::fill(all_flags, std::uint8_t{0xff});
      way->Evaluate(in, all_z, all_flags);
      for (std::size_t i = 0; i < n && wrong < 3; ++i) {
        const bool same_z =
            std::equal(&z[i * z_limbs], &z[i * z_limbs] + z_limbs, &expected[i * z_limbs]);
        if (same_z && flags[i] == expected_flags[i]) continue;
        ++wrong;
        ADD_FAILURE() << way->kernel() << ": " << Describe(unit, in.At(i, unit.limbs())) << ": z "
                      << std::hex << z[i * z_limbs] << " flags " << int{flags[i]} << "; law: z "
                      << expected[i * z_limbs] << " flags " << int{expected_flags[i]};
      }
    }
  }
  EXPECT_GT(cases, 0u);
  return cases;
}

std::uint64_t ExpectAllSemanticsAreLaws(DesignText text, const std::vector<std::string>& roundings,
                                        const Catalogue& formats, std::uint64_t limit) {
  std::uint64_t cases = 0;
  int designs = 0;
  for (const std::string& rounding : roundings) {
    for (const char* overflow : {"infinity", "nan", "saturate"}) {
      for (const char* subnormals : {"keep", "flush_inputs", "flush_outputs", "flush"}) {
        for (const char* tininess : {"after_rounding", "before_rounding"}) {
          for (const char* flags : {"on", "off"}) {
            text.rounding = rounding;
            text.overflow = overflow;
            text.subnormals = subnormals;
            text.tininess = tininess;
            text.flags = flags;
            Design design;
            try {
              design = ParseDesign(text, formats);
            } catch (const DesignError& error) {
              EXPECT_EQ(error.key(), "overflow") << error.what();  // The format lacks it.
              continue;
            }
            ++designs;
            cases += ExpectBatchIsLaw(design, limit);
            if (testing::Test::HasFailure()) return cases;
          }
        }
      }
    }
  }
  std::printf("%s %s -> %s: %d designs, %llu operations\n", text.unit.c_str(),
              text.operands.c_str(), text.accumulator.c_str(), designs,
              static_cast<unsigned long long>(cases));
  EXPECT_GT(designs, 0);
  return cases;
}

}  // namespace macroscope
