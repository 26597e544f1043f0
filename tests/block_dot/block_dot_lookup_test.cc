// Tables hold for every code the nearest number that their format has, and words are looked up
// element by element; scales pass.
#include "models/block_dot/block_dot_lookup.h"

#include <bit>
#include <cmath>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "models/reference/codebook_quantize.h"
#include "tests/block_dot/block_dot_operands.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

std::vector<Format> Codebooks() {
  std::vector<Format> codebooks;
  const Catalogue catalogue;
  for (const Format& format : catalogue.alternatives()) {
    if (format.is_codebook()) codebooks.push_back(format);
  }
  // The greatest magnitude is a negative one, and no power of two.
  Format skew = codebooks.front();
  skew.name = "skew";
  skew.codebook = {.values = {-3, -2.4F, -1e-30F, 0x1p-149F, 0.4F, 0.6F, 1.5F, 2}};
  codebooks.push_back(skew);
  return codebooks;
}

std::uint32_t Entry(const Format& codebook, const Format& values, std::uint64_t code) {
  return ValuesTable(codebook, values).entries.at(code);
}

// By trying all codes: the finite one nearest to the value, of two the one with last bit 0.
std::uint64_t NearestOfAll(const Format& format, long double value) {
  std::uint64_t nearest = 0;
  long double least = INFINITY;
  for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
    const double number = ToDouble(format, code);
    if (!std::isfinite(number) || (number == 0 && code != format.zero_code())) continue;
    const long double distance = std::fabs(value - number);
    if (distance < least || (distance == least && code % 2 == 0)) {
      nearest = code;
      least = distance;
    }
  }
  return nearest;
}

TEST(ValuesTable, HoldsTheNearestOfAllNumbers) {
  const Catalogue catalogue;
  std::size_t cases = 0;
  for (const Format& codebook : Codebooks()) {
    long double greatest = 0;
    for (const float value : codebook.codebook.values) {
      greatest = std::max(greatest, std::fabs(static_cast<long double>(value)));
    }
    for (const char* name : {"fp4_e2m1", "fp6_e2m3", "fp8_e4m3", "fp8_e5m2", "fp8_e4m3fnuz", "int3",
                             "int8", "smag5", "q1.6"}) {
      const Format format = catalogue.Find(name);
      const LookupTable table = ValuesTable(codebook, format);
      ASSERT_EQ(table.entries.size(), std::size_t{1} << codebook.width_bits());
      for (std::uint64_t code = 0; code < table.entries.size(); ++code) {
        long double value = FloatValue(codebook, code);
        // Of long double's 64 bits a quotient has more than any halfway value differs by.
        if (format.is_integer()) {
          value = value * ToDouble(format, format.max_finite()) / greatest;
        }
        ASSERT_EQ(table.entries[code], NearestOfAll(format, value))
            << codebook.name << " in " << name << ", code " << code;
        ++cases;
      }
    }
  }
  std::printf("%zu values\n", cases);
  EXPECT_GT(cases, 3000u);
}

// Wider formats, of which not all codes are tried; by another algorithm.
TEST(ValuesTable, IsTheReferences) {
  const Catalogue catalogue;
  std::size_t cases = 0;
  for (const Format& codebook : Codebooks()) {
    for (const char* name : {"bf16", "fp16", "fp32", "tf32", "fp8_e3m4", "fp4_e2m1", "int2",
                             "int12", "int24", "smag16", "q4.19"}) {
      const Format format = catalogue.Find(name);
      const std::vector<std::uint64_t> expected = LookedUpCodes(codebook, format);
      const LookupTable table = ValuesTable(codebook, format);
      for (std::uint64_t code = 0; code < expected.size(); ++code, ++cases) {
        ASSERT_EQ(table.entries.at(code), expected[code])
            << codebook.name << " in " << name << ", code " << code;
      }
    }
  }
  std::printf("%zu values\n", cases);
  EXPECT_GT(cases, 3000u);
}

TEST(ValuesTable, HasTheWorkedValues) {
  const Catalogue catalogue;
  std::size_t cases = 0;
  for (const Row& row : ReadCsv("codes/nf4_af4.csv")) {
    const std::uint64_t code = std::stoull(row.at("index"));
    for (const auto& [codebook, column] : {std::pair("nf4", "nf4_"), std::pair("af4", "af4_64_")}) {
      for (const char* format : {"bf16", "fp16"}) {
        EXPECT_EQ(Entry(catalogue.FindAlternative(codebook), catalogue.Find(format), code),
                  Code(row.at(std::string(column) + format)));
        ++cases;
      }
    }
  }
  EXPECT_EQ(cases, 64u);
}

TEST(BlockDotLookup, LooksUpElementsAndPassesTheRest) {
  std::size_t cases = 0;
  for (const char* text :
       {"operands=nf4,int8 lanes=1 values=int8", "operands=bnb_fp4,fp8_e4m3 lanes=3 values=fp16",
        "operands=fp8_e5m2,nf4x64 lanes=2", "operands=af4x64,bnb_fp4x64 lanes=4 block=2",
        "operands=bnb_dynamic8,mxfp4 lanes=16 values=int9"}) {
    const Design design = DotDesign(std::string(text) + " accumulator=fp32");
    const BlockDotShape shape = BlockDotShape::Derive(design);
    const BlockDotLookup lookup(shape);
    const auto codes_of = [](const LaneOperand& operand, const Format& values) {
      return operand.is_looked_up() ? LookedUpCodes(operand.block.element, values)
                                    : std::vector<std::uint64_t>();
    };
    const std::vector<std::uint64_t> a_codes = codes_of(design.dot.a, design.a),
                                     b_codes = codes_of(design.dot.b, design.b);
    cases += ForOperands(design, 3000, [&](const WideCodes& in) {
      const WideCodes out = lookup(in).codes;
      const std::tuple<const LaneOperand*, const LaneOperand*, const Bits*, const Bits*>
          operands[] = {{&design.dot.a, &shape.design.dot.a, &in.a, &out.a},
                        {&design.dot.b, &shape.design.dot.b, &in.b, &out.b}};
      for (const auto& [codes, values, before, after] : operands) {
        if (!codes->is_looked_up()) {
          ASSERT_EQ(*before, *after);
          continue;
        }
        const Format& format = values->block.element;
        const auto& expected = codes == &design.dot.a ? a_codes : b_codes;
        Bits word;
        for (int i = 0; i < codes->lanes; ++i) {
          const int width = codes->block.element.width_bits();
          word.Insert(i * format.width_bits(), format.width_bits(),
                      expected[before->Extract(i * width, width)]);
        }
        for (int i = 0; i < codes->scales(); ++i) {
          word.Insert(values->scale_position(i), codes->scale_bits(),
                      before->Extract(codes->scale_position(i), codes->scale_bits()));
        }
        ASSERT_EQ(*after, word);
      }
    });
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 15000u);
}

TEST(BlockDotLookup, SaysWhatItsTablesAreAndLose) {
  const auto facts = [](const std::string& text) {
    return MakeUnit(DotDesign("lanes=2 accumulator=fp32 " + text))->facts();
  };
  using Facts = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(facts("operands=nf4,bf16"),
            (Facts{{"table of a", "nf4 as bf16: 16 x 16 = 256 bits in each of 2 lanes"}}));
  EXPECT_EQ(facts("operands=int8,bnb_fp4 values=fp8_e4m3"),
            (Facts{{"table of b", "bnb_fp4 as fp8_e4m3: 16 x 8 = 128 bits in each of 2 lanes"}}));
  const Facts lossy = facts("operands=nf4,bnb_fp4 values=int4");
  ASSERT_EQ(lossy.size(), 2u);
  EXPECT_EQ(lossy[0].second,
            "nf4 as int4: 16 x 4 = 64 bits in each of 2 lanes; of 16 values 13 remain distinct");
  EXPECT_EQ(lossy[1].second,
            "bnb_fp4 as int4: 16 x 4 = 64 bits in each of 2 lanes; 2 values rounded to 0; of 15 "
            "values 11 remain distinct");
  EXPECT_TRUE(facts("operands=mxfp4,bf16").empty());
}

}  // namespace
}  // namespace macroscope
