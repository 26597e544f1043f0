// From the texts of block_dot's own keys to Design::dot, and back.
// Long for one file, but only the rules of one key after the other.
#include <algorithm>
#include <optional>
#include <stdexcept>

#include "models/common/bits.h"
#include "models/design/dot_stages.h"
#include "models/design/dot_text.h"
#include "models/design/looked_up.h"
#include "models/design/parse_name.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

constexpr int kDefaultLanes = 32, kMostWindowBits = 512;

LaneOperand FindOperand(std::string_view name, const Catalogue& formats) {
  LaneOperand operand;
  if (formats.ContainsBlock(name)) {
    operand.block = formats.FindBlock(name);
    return operand;
  }
  operand.block.block_elements = 0;
  if (formats.ContainsAlternative(name)) {
    operand.block.element = formats.FindAlternative(name);
    if (operand.is_looked_up()) return operand;
  }
  operand.block.element = formats.Find(name);
  return operand;
}

void SetBlockElements(std::string_view text, Design& design) {
  if (text.empty()) return;
  DotProduct& dot = design.dot;
  const std::optional<int> elements = ParseNumber(text);
  if (!elements || *elements < 2 || *elements > kMaxBlockElements) {
    throw DesignError("block", "'" + std::string(text) + "' is no number of elements from 2 to " +
                                   std::to_string(kMaxBlockElements));
  }
  if (!dot.has_scale()) {
    throw DesignError("block", OperandName(dot.a) + " and " + OperandName(dot.b) +
                                   " have no blocks; leave it out, or name a block format");
  }
  dot.block_elements = *elements;
  for (LaneOperand* operand : {&dot.a, &dot.b}) {
    if (!operand->is_block()) continue;
    operand->block.block_elements = *elements;
    try {
      Validate(operand->block);
    } catch (const std::invalid_argument& error) {
      throw DesignError("block", error.what());
    }
  }
}

bool OneDividesTheOther(int x, int y) { return x % y == 0 || y % x == 0; }

void CheckLanes(const LaneOperand& operand, int lanes) {
  if (!operand.is_block()) return;
  for (const int size : {operand.block.block_elements, operand.block.sub_block_elements}) {
    if (size == 0 || OneDividesTheOther(size, lanes)) continue;
    std::string fitting;
    for (int n = 1; n <= kMostLanes; ++n) {
      if (OneDividesTheOther(size, n)) fitting.append(" ").append(std::to_string(n));
    }
    throw DesignError("lanes", std::to_string(lanes) + " lanes neither divide the " +
                                   std::to_string(size) + " elements of a block of " +
                                   operand.block.name +
                                   " nor are a multiple of them; there can be" + fitting);
  }
}

int ParseLaneCount(std::string_view text, const DotProduct& dot) {
  if (text.empty()) {
    int lanes = kDefaultLanes;
    for (const LaneOperand* operand : {&dot.a, &dot.b}) {
      if (operand->is_block() && operand->block.block_elements > 0) {
        lanes = std::min(lanes, operand->block.block_elements);
      }
    }
    return lanes;
  }
  const std::optional<int> lanes = ParseNumber(text);
  if (!lanes || *lanes < 1 || *lanes > kMostLanes) {
    throw DesignError("lanes", "'" + std::string(text) + "' is no number of lanes from 1 to " +
                                   std::to_string(kMostLanes));
  }
  return *lanes;
}

// A value that only some designs can choose.
void Require(bool possible, const char* key, const std::string& message) {
  if (!possible) throw DesignError(key, message);
}

}  // namespace

std::string OperandName(const LaneOperand& operand) {
  return operand.is_block() ? operand.block.name : operand.block.element.name;
}

void ParseLanes(const DesignText& text, const Catalogue& formats, Design& design) {
  const auto names = OperandNames(text.operands);
  DotProduct& dot = design.dot;
  dot.a = FindFor("operands", [&] { return FindOperand(names.front(), formats); });
  dot.b = FindFor("operands", [&] { return FindOperand(names.back(), formats); });
  ParseValues(Trimmed(text.values), formats, design);
  SetBlockElements(Trimmed(text.block), design);
  dot.lanes = ParseLaneCount(Trimmed(text.lanes), dot);
  for (LaneOperand* operand : {&dot.a, &dot.b}) {
    CheckLanes(*operand, dot.lanes);
    operand->lanes = dot.lanes;
    const Format& element = operand == &dot.a ? design.a : design.b;
    const int word_bits = WithValues(*operand, element).word_bits();
    Require(word_bits <= kMaxBits, "lanes",
            std::to_string(dot.lanes) + " lanes of " + OperandName(*operand) + " have " +
                std::to_string(word_bits) + " bits with their scales; an operand has " +
                std::to_string(kMaxBits) + " at most, so take fewer lanes");
  }
  if (!OneDividesTheOther(dot.a.scaled_lanes(), dot.b.scaled_lanes()) ||
      !OneDividesTheOther(dot.a.micro_lanes(), dot.b.micro_lanes())) {
    throw DesignError("operands",
                      "the blocks of " + OperandName(dot.a) + " and of " + OperandName(dot.b) +
                          " do not fit into each other; one size must divide the other");
  }
}

void ParseReduction(const DesignText& text, Design& design) {
  DotProduct& dot = design.dot;
  const bool fixed = design.accumulator.is_fixed;
  dot.reduction =
      ParseName("reduction", Trimmed(text.reduction), ReductionNames(), Reduction::kExact);
  const bool exact = dot.reduction == Reduction::kExact;
  const bool aligns = dot.reduction == Reduction::kMaxExponent;
  Require(
      exact || !fixed, "reduction",
      "a fixed-point accumulator takes exact sums alone; leave it out, or choose a floating one");

  const bool has_factor = ScaleFactorBits(dot.a) + ScaleFactorBits(dot.b) > 0;
  const Terms usual = exact || has_factor ? Terms::kBlocks : Terms::kProducts;
  dot.terms = ParseName("terms", Trimmed(text.terms), TermsNames(), usual);
  Require(!exact || dot.terms == usual, "terms",
          "an exact sum is the same however it is made; leave it out");
  Require(exact || dot.has_scale() || dot.terms == Terms::kProducts, "terms",
          OperandName(dot.a) + " and " + OperandName(dot.b) +
              " have no scale and so no blocks; leave it out, or name a block format");

  const std::string_view window = Trimmed(text.window);
  Require(aligns || window.empty(), "window",
          "only reduction max_exponent cuts its terms; leave it out");
  if (aligns) {
    const std::optional<int> bits = ParseNumber(window);
    if (!bits || *bits < 1 || *bits > kMostWindowBits) {
      std::string wrong = "missing";
      if (!window.empty()) wrong.assign("'").append(window).append("' is no number of bits");
      throw DesignError("window",
                        wrong.append("; give the fraction bits that aligned terms keep, 1 to ")
                            .append(std::to_string(kMostWindowBits)));
    }
    dot.window_bits = *bits;
  }
  dot.alignment =
      ParseName("alignment", Trimmed(text.alignment), AlignmentNames(), Alignment::kTruncate);
  Require(aligns || dot.alignment == Alignment::kTruncate, "alignment",
          "only reduction max_exponent cuts its terms; leave it out");

  const bool tree = dot.reduction == Reduction::kTree;
  dot.join =
      ParseName("join", Trimmed(text.join), JoinNames(), tree ? Join::kAfter : Join::kJoined);
  Require(!tree || dot.join == Join::kAfter, "join",
          "a tree that rounds at each node takes the accumulator after; leave it out");
  Require(!fixed || dot.join == Join::kJoined, "join",
          "a fixed-point accumulator rounds nothing; leave it out");
  // Else the accumulator would lose bits whenever it waits for operands.
  const Format& accumulator = design.accumulator.format;
  Require(!aligns || dot.join == Join::kAfter || dot.window_bits >= accumulator.fraction_bits,
          "window",
          std::to_string(dot.window_bits) + " bits cut an accumulator " + accumulator.name +
              ", which has " + std::to_string(accumulator.fraction_bits) +
              " fraction bits; give as many or more, or an accumulator of fewer");
}

void CheckDotSubnormals(const Design& design) {
  if (design.subnormals == Subnormals::kKeep) return;
  Require(design.dot.reduction == Reduction::kTree, "subnormals",
          "block_dot flushes them where each node rounds, in reduction fp_tree; leave it out");
  Require(!design.dot.has_scale(), "subnormals",
          OperandName(design.dot.a) + " and " + OperandName(design.dot.b) +
              " have blocks, whose elements and scales all count; leave it out");
}

void RefuseDotKeys(const DesignText& text, UnitKind unit) {
  const std::pair<const char*, const std::string*> keys[] = {
      {"lanes", &text.lanes}, {"block", &text.block},   {"reduction", &text.reduction},
      {"terms", &text.terms}, {"window", &text.window}, {"alignment", &text.alignment},
      {"join", &text.join},   {"values", &text.values}};
  for (const auto& [key, value] : keys) {
    Require(Trimmed(*value).empty(), key,
            std::string(Name(unit)) + " takes one pair of numbers; leave it out, or use block_dot");
  }
}

void AddDotText(const Design& design, DesignText& text) {
  const DotProduct& dot = design.dot;
  text.lanes = std::to_string(dot.lanes);
  if (dot.block_elements > 0) text.block = std::to_string(dot.block_elements);
  text.reduction = Name(dot.reduction);
  text.terms = Name(dot.terms);
  if (dot.window_bits > 0) text.window = std::to_string(dot.window_bits);
  text.alignment = Name(dot.alignment);
  text.join = Name(dot.join);
  if (dot.looks_up()) text.values = dot.a.is_looked_up() ? design.a.name : design.b.name;
}

}  // namespace macroscope
