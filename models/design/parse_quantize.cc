// From the texts of block_quantize's own keys to Design::quantize, and back.
#include <algorithm>
#include <optional>
#include <stdexcept>

#include "models/design/dot_text.h"
#include "models/design/parse_name.h"
#include "models/design/quantize_text.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

constexpr int kDefaultLanes = 32;

// What every value is widened to before anything else is asked of it.
constexpr int kWidestFraction = 23, kLeastQuantum = -149, kGreatestExponent = 127;

void CheckOperand(const Format& a) {
  const auto fail = [&a](const std::string& why) {
    throw DesignError("operands", a.name + " " + why +
                                      "; block_quantize takes signed floating formats with zero "
                                      "and subnormals that fp32 holds, as fp32, bf16 and fp16");
  };
  if (!a.is_floating()) fail("is an integer format");
  if (!a.has_sign) fail("has no sign");
  if (!a.has_zero || !a.has_subnormals) fail("has no zero or no subnormals");
  const int greatest =
      static_cast<int>(a.max_finite() >> static_cast<unsigned>(a.fraction_bits)) - a.bias;
  if (a.fraction_bits > kWidestFraction || a.min_quantum_exponent() < kLeastQuantum ||
      greatest > kGreatestExponent) {
    fail("has numbers that fp32 does not");
  }
}

void ParseResult(std::string_view text, const Catalogue& formats, LaneOperand& z) {
  const auto fail = [](const std::string& message) { throw DesignError("accumulator", message); };
  if (text.empty()) fail("missing; give the block format that block_quantize gives its result in");
  if (!formats.ContainsBlock(text) && formats.Contains(text)) {
    fail(std::string(text) +
         " is no block format; block_quantize gives a block, as mxfp4; convert gives one number");
  }
  z.block = FindFor("accumulator", [&] { return formats.FindBlock(text); });
  if (z.is_looked_up()) {
    fail(z.block.name + " is a block of codes, of " + z.block.element.name +
         ", and block_quantize rounds to numbers; name a format of those, as mxfp4");
  }
  // Quotients of fp32 numbers by such scales, and their roundings, fit 64 bits.
  constexpr int kMostSignificantBits = 24;
  if (!z.block.scale_is_power_of_two() &&
      std::max(z.block.scale.significand_bits(), z.block.element.significand_bits()) >
          kMostSignificantBits) {
    fail(z.block.name +
         " has a scale that is no power of two, and of it or of an element more "
         "than " +
         std::to_string(kMostSignificantBits) +
         " significant bits; block_quantize "
         "divides by and into numbers of no more");
  }
  if (z.block.scale.has_infinity()) {
    fail("the scale " + z.block.scale.name + " of " + z.block.name +
         " has an infinity; block_quantize gives scales without one");
  }
}

// One operation is one whole block.
void ParseSizes(const DesignText& text, QuantizedBlock& quantize) {
  LaneOperand& z = quantize.z;
  const std::string_view block = Trimmed(text.block), lanes = Trimmed(text.lanes);
  if (!block.empty()) {
    const std::optional<int> elements = ParseNumber(block);
    if (!elements || *elements < 2 || *elements > kMostLanes) {
      throw DesignError("block", "'" + std::string(block) +
                                     "' is no number of elements from 2 to " +
                                     std::to_string(kMostLanes));
    }
    quantize.block_elements = z.block.block_elements = *elements;
    try {
      Validate(z.block);
    } catch (const std::invalid_argument& error) {
      throw DesignError("block", error.what());
    }
  }
  z.lanes = z.block.block_elements;
  const std::optional<int> given = lanes.empty() ? z.lanes : ParseNumber(lanes);
  if (z.lanes == 0) z.lanes = lanes.empty() ? kDefaultLanes : given.value_or(0);
  if (z.lanes < 2 || z.lanes > kMostLanes) {
    throw DesignError("lanes", "an operation is one block, of 2 to " + std::to_string(kMostLanes) +
                                   " values, and a block of " + z.block.name + " has " +
                                   (z.block.block_elements == 0
                                        ? "as many as a tensor; give lanes from 2 on"
                                        : std::to_string(z.lanes) + "; give a smaller block"));
  }
  if (!lanes.empty() && given != z.lanes) {
    throw DesignError("lanes", "'" + std::string(lanes) +
                                   "' lanes, but an operation is one block, "
                                   "and a block of " +
                                   z.block.name + " has " + std::to_string(z.lanes) +
                                   "; leave it out, or give block too");
  }
}

void Refuse(const std::string& value, const char* key, std::string_view unit, const char* why) {
  if (Trimmed(value).empty()) return;
  throw DesignError(key, std::string(unit) + " " + why + "; leave it out");
}

}  // namespace

void ParseQuantize(const DesignText& text, const Catalogue& formats, Design& design) {
  const std::string_view unit = Name(design.unit);
  for (const auto& [key, value] :
       {std::pair("reduction", &text.reduction), std::pair("terms", &text.terms),
        std::pair("window", &text.window), std::pair("alignment", &text.alignment),
        std::pair("join", &text.join)}) {
    Refuse(*value, key, unit, "sums nothing");
  }
  Refuse(text.values, "values", unit, "looks no codes up");
  const auto names = OperandNames(text.operands);
  if (names.size() > 1) {
    throw DesignError("operands", "block_quantize takes values of one format; name one");
  }
  design.a = FindFor("operands", [&] { return formats.Find(names.front()); });
  CheckOperand(design.a);
  ParseResult(Trimmed(text.accumulator), formats, design.quantize.z);
  ParseSizes(text, design.quantize);
  if (design.quantize.divides()) {
    Refuse(text.scale_rule, "scale_rule", design.quantize.z.block.name,
           "has no power of two for a scale, and so no choice of one");
  }
  design.quantize.scale_rule = ParseName("scale_rule", Trimmed(text.scale_rule),
                                         BlockScaleRuleNames(), BlockScaleRule::kFloor);
  design.accumulator.format = design.quantize.z.block.element;
}

void RefuseQuantizeKeys(const DesignText& text, UnitKind unit) {
  Refuse(text.scale_rule, "scale_rule", Name(unit), "chooses no scale, as block_quantize does");
}

void AddQuantizeText(const Design& design, DesignText& text) {
  const QuantizedBlock& quantize = design.quantize;
  text.accumulator = OperandName(quantize.z);
  text.lanes = std::to_string(quantize.z.lanes);
  if (quantize.block_elements > 0) text.block = std::to_string(quantize.block_elements);
  if (!quantize.divides()) text.scale_rule = Name(quantize.scale_rule);
}

}  // namespace macroscope
