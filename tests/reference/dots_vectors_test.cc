// Dot products: exact in a fixed-point accumulator, exact and rounded once, and as chains.
#include <gmp.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "models/reference/reference.h"
#include "tests/reference/lane_words.h"
#include "tests/reference/make_design.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

CodeList Operand(const YAML::Node& record, const std::string& name) {
  if (const YAML::Node repeated = record[name + "_repeat"]) {
    return CodeList(record["K"].as<std::size_t>(), Code(repeated.as<std::string>()));
  }
  CodeList codes;
  for (const YAML::Node& item : record[name]) codes.push_back(Code(item.as<std::string>()));
  return codes;
}

// A decimal integer as a two's complement word.
Bits Word(const std::string& decimal, int width_bits) {
  mpz_t value;
  mpz_init_set_str(value, decimal.c_str(), 10);
  mpz_fdiv_r_2exp(value, value, width_bits);
  Bits word;
  for (int i = 0; i < kMaxLimbs; ++i) word.limb[i] = mpz_getlimbn(value, i);
  mpz_clear(value);
  return word;
}

std::uint64_t Chain(Reference& reference, const CodeList& a, const CodeList& b) {
  Bits sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum = reference.Operate({a[i], b[i], sum});
  return sum.low();
}

// Products rounded, then sums rounded, both into `format`.
std::uint64_t UnfusedChain(const std::string& operands, const std::string& format,
                           std::uint64_t one, const CodeList& a, const CodeList& b) {
  Reference multiply(MakeDesign("fp_fma", operands, format));
  Reference add(MakeDesign("fp_fma", format, format));
  Bits sum;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum = add.Operate({multiply.Operate({a[i], b[i], 0}).low(), one, sum});
  }
  return sum.low();
}

TEST(DotVectors, HoldExactlyAndAsChains) {
  int exact = 0, rounded = 0, chains = 0, unfused = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("dots.yaml"))) {
    SCOPED_TRACE(record["name"].as<std::string>());
    const std::string fmt_a = record["fmt_a"] ? record["fmt_a"].as<std::string>() : "bf16";
    const std::string fmt_b = record["fmt_b"] ? record["fmt_b"].as<std::string>() : "bf16";
    const std::string operands = CatalogueName(fmt_a) + "," + CatalogueName(fmt_b);
    const auto text = [&](const char* key) { return record[key].as<std::string>(); };
    if (record["bf16_seq"]) {  // Its operands are ones.
      const CodeList ones(record["K"].as<std::size_t>(), 0x3F80);
      Reference reference(MakeDesign("fp_fma", "bf16", "bf16"));
      EXPECT_EQ(Chain(reference, ones, ones), Code(text("bf16_seq")));
      ++chains;
      continue;
    }
    const CodeList a = Operand(record, "a"), b = Operand(record, "b");
    ASSERT_FALSE(a.empty());
    ASSERT_EQ(a.size(), b.size());
    if (record["kulisch_int"]) {
      const Design design = MakeDesign("kulisch_mac", operands, "fixed+14");
      EXPECT_EQ(ExactProduct(design.a, design.b).least_exponent,
                record["kulisch_lsb_log2"].as<int>());
      EXPECT_EQ(Reference(design).Dot(a, b).limb,
                Word(text("kulisch_int"), design.accumulator.width_bits).limb);
      ++exact;
    }
    if (record["needs_signed_bits"]) {
      // As wide as needed holds the positive sum, and one bit less makes it look negative.
      const int bits = record["needs_signed_bits"].as<int>();
      const auto fixed = [&](int width) {
        return Reference(MakeDesign("kulisch_mac", operands, "fixed" + std::to_string(width)))
            .Dot(a, b);
      };
      EXPECT_EQ(fixed(bits).limb, Word(text("kulisch_int"), bits + 1).limb);
      EXPECT_FALSE(fixed(bits).Bit(bits - 1));
      EXPECT_TRUE(fixed(bits - 1).Bit(bits - 2));
      ++exact;
    }
    if (record["fp32_rne_of_exact"]) {
      Reference reference(MakeDesign("fp_fma", operands, "fp32"));
      EXPECT_EQ(reference.Dot(a, b).low(), Code(text("fp32_rne_of_exact")));
      ++rounded;
    }
    if (record["fp32_seq_fma"]) {
      Reference reference(MakeDesign("fp_fma", operands, "fp32"));
      EXPECT_EQ(Chain(reference, a, b), Code(text("fp32_seq_fma")));
      ++chains;
    }
    if (record["fp16_seq_mul_add"]) {
      EXPECT_EQ(UnfusedChain(operands, "fp16", 0x3C00, a, b), Code(text("fp16_seq_mul_add")));
      ++unfused;
    }
  }
  std::printf("%d exact, %d rounded once, %d chains, %d unfused chains\n", exact, rounded, chains,
              unfused);
  EXPECT_GE(exact, 28);
  EXPECT_GE(rounded, 23);
  EXPECT_GE(chains, 19);
  EXPECT_GE(unfused, 19);
}

// The words of block_dot's operations that hold the codes, one after the other.
CodeList LaneWords(const LaneOperand& operand, const CodeList& codes) {
  CodeList words;
  const auto lanes = static_cast<std::size_t>(operand.lanes);
  for (std::size_t i = 0; i < codes.size(); i += lanes) {
    const Bits word = LaneWord(operand, {Part(codes, i, lanes)});
    words.insert(words.end(), word.limb.begin(), word.limb.begin() + LimbsFor(operand.word_bits()));
  }
  return words;
}

// The same dot products of many lanes: in one operation, or many of 64.
TEST(DotVectors, HoldOfManyLanes) {
  int fixed = 0, rounded = 0, long_ones = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("dots.yaml"))) {
    if (!record["fmt_a"]) continue;
    SCOPED_TRACE(record["name"].as<std::string>());
    const std::string operands = CatalogueName(record["fmt_a"].as<std::string>()) + "," +
                                 CatalogueName(record["fmt_b"].as<std::string>());
    const CodeList a = Operand(record, "a"), b = Operand(record, "b");
    const std::string lanes = std::to_string(std::min<std::size_t>(a.size(), kMostLanes));
    const auto total = [&](const char* accumulator, auto check) {
      const Design design =
          BlockDot({.operands = operands, .accumulator = accumulator, .lanes = lanes});
      const CodeList a_words = LaneWords(design.dot.a, a), b_words = LaneWords(design.dot.b, b);
      const Bits z = Reference(design).Dot(a_words, b_words);
      check(design, z);
      if (a.size() > kMostLanes) {
        ++long_ones;
        return;
      }
      EXPECT_EQ(
          Reference(design).Operate({Bits::FromLimbs(a_words), Bits::FromLimbs(b_words), 0, 0}), z);
    };
    if (record["kulisch_int"]) {
      total("fixed+14", [&](const Design& design, const Bits& z) {
        EXPECT_EQ(z, Word(record["kulisch_int"].as<std::string>(), design.accumulator.width_bits));
      });
      ++fixed;
    }
    if (record["fp32_rne_of_exact"]) {
      total("fp32", [&](const Design&, const Bits& z) {
        EXPECT_EQ(z, Bits(Code(record["fp32_rne_of_exact"].as<std::string>())));
      });
      ++rounded;
    }
  }
  std::printf("%d in fixed point, %d rounded once; %d of many operations\n", fixed, rounded,
              long_ones);
  EXPECT_EQ(fixed, 23);
  EXPECT_EQ(rounded, 23);
  EXPECT_EQ(long_ones, 10);
}

// The word of a chain of multiply-adds is that of the dot product, in any order.
TEST(Kulisch, ChainsAreExact) {
  Reference reference(MakeDesign("kulisch_mac", "fp8_e4m3", "fixed+4"));
  const CodeList a = {0x7E, 0x01, 0xFE, 0x38, 0x09}, b = {0x7E, 0x01, 0x7E, 0xB8, 0x93};
  const CodeList reversed_a(a.rbegin(), a.rend()), reversed_b(b.rbegin(), b.rend());
  EXPECT_EQ(Chain(reference, a, b), reference.Dot(a, b).low());
  EXPECT_EQ(Chain(reference, reversed_a, reversed_b), reference.Dot(a, b).low());
}

}  // namespace
}  // namespace macroscope
