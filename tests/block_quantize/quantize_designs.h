// Designs of block_quantize for its tests.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

// Every block format of the catalogue whose scale is a power of two.
inline std::vector<std::string> PowerOfTwoBlocks() {
  const Catalogue catalogue;
  std::vector<std::string> names;
  for (const BlockFormat& block : catalogue.blocks()) {
    if (block.scale_is_power_of_two()) names.push_back(block.name);
  }
  return names;
}

// The others that block_quantize gives: quotients of the largest value and the greatest element.
inline std::vector<std::string> DividedBlocks() {
  const Catalogue catalogue;
  std::vector<std::string> names;
  for (const BlockFormat& block : catalogue.blocks()) {
    if (block.scale_is_power_of_two() || block.scale.has_infinity()) continue;
    names.push_back(block.name);
  }
  return names;
}

inline std::vector<std::string> AllBlocks() {
  std::vector<std::string> names = PowerOfTwoBlocks();
  for (std::string& name : DividedBlocks()) names.push_back(std::move(name));
  return names;
}

// Of a block format's scale: all that choose a power of two, or the one that there is.
inline std::vector<std::string> RulesOf(const BlockFormat& block) {
  if (!block.scale_is_power_of_two()) return {""};
  return BlockScaleRuleNames();
}

inline DesignText QuantizeText(const std::string& operands, const std::string& block,
                               const std::string& scale_rule = "") {
  DesignText text;
  text.unit = "block_quantize";
  text.operands = operands;
  text.accumulator = block;
  text.scale_rule = scale_rule;
  return text;
}

// Those of `text` in each direction of rounding, and in each way that too large elements go.
inline std::vector<Design> InEverySemantics(const DesignText& text, const Catalogue& catalogue) {
  std::vector<Design> designs;
  for (const std::string& rounding : RoundingNames()) {
    for (const std::string& overflow : OverflowNames()) {
      DesignText one = text;
      one.rounding = rounding;
      one.overflow = overflow;
      try {
        designs.push_back(ParseDesign(one, catalogue));
      } catch (const DesignError&) {
        continue;  // By an operand; or of no such special value.
      }
    }
  }
  return designs;
}

// Those whose scale is no power of two, of blocks of 4.
inline std::vector<Design> DividingDesigns() {
  const Catalogue catalogue;
  std::vector<Design> designs;
  for (const char* operands : {"fp32", "bf16", "fp16", "fp8_e5m2", "fp8_e4m3", "fp6_e3m2"}) {
    for (const std::string& block : DividedBlocks()) {
      DesignText text = QuantizeText(operands, block);
      text.block = "4";
      designs.push_back(ParseDesign(text, catalogue));
    }
  }
  return designs;
}

// A few of each shape: sources, elements, rules, second levels, scales at both ends.
inline std::vector<Design> ShapedDesigns() {
  const Catalogue catalogue;
  std::vector<Design> designs;
  for (const char* operands : {"fp32", "bf16", "fp16", "fp8_e5m2", "fp6_e3m2"}) {
    for (const std::string& block : PowerOfTwoBlocks()) {
      for (const std::string& rule : BlockScaleRuleNames()) {
        DesignText text = QuantizeText(operands, block, rule);
        text.block = "4";
        designs.push_back(ParseDesign(text, catalogue));
      }
    }
  }
  return designs;
}

}  // namespace macroscope
