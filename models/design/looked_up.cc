#include "models/design/looked_up.h"

#include <cmath>
#include <string>

#include "models/common/bits.h"
#include "models/design/dot_text.h"
#include "models/design/parse_name.h"
#include "models/formats/catalogue.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

// Values are numbers of binary32, and stay so.
constexpr int kMostExponentBits = 8;

[[noreturn]] void Fail(const std::string& message) { throw DesignError("values", message); }

double GreatestMagnitude(const Format& codebook) {
  double greatest = 0;
  for (const float value : codebook.codebook.values) {
    greatest = std::max(greatest, std::fabs(static_cast<double>(value)));
  }
  return greatest;
}

bool HoldsZero(const Format& codebook) {
  return Decode(codebook, codebook.zero_code()).number_class == NumberClass::kZero;
}

void Check(const Format& values, const Format& codebook) {
  if (values.significand_bits() > kCodebookSignificandBits ||
      (values.is_floating() && values.exponent_bits > kMostExponentBits)) {
    Fail(values.name + " is wider than the table, whose numbers are of binary32; choose a format " +
         "of at most " + std::to_string(kCodebookSignificandBits) + " significant bits and " +
         std::to_string(kMostExponentBits) + " exponent bits, as bf16, fp16, fp8_e4m3 or int8");
  }
  if (codebook.is_signed() && !values.is_signed()) {
    Fail(values.name + " has no sign, and " + codebook.name +
         " has negative values; choose a signed format, as bf16 or int8");
  }
  if (values.is_integer()) return;  // Entries are scaled to it.
  if (HoldsZero(codebook) && !values.has_zero) {
    Fail(values.name + " has no zero, and " + codebook.name +
         " has; choose a format with a zero, as bf16");
  }
  const Decoded greatest = Decode(values, values.max_finite());
  if (GreatestMagnitude(codebook) >
      std::ldexp(static_cast<double>(greatest.significand), greatest.exponent)) {
    Fail(values.name + " does not reach the greatest value of " + codebook.name +
         "; choose a format of greater numbers, or an integer, to which entries are scaled");
  }
}

}  // namespace

LaneOperand WithValues(const LaneOperand& operand, const Format& values) {
  LaneOperand out = operand;
  out.block.element = values;
  return out;
}

void ParseValues(std::string_view text, const Catalogue& formats, Design& design) {
  const DotProduct& dot = design.dot;
  if (!dot.looks_up() && !text.empty()) {
    Fail(OperandName(dot.a) + " and " + OperandName(dot.b) +
         " are no codebooks and say themselves what they are worth; leave it out, or name a "
         "codebook, as nf4");
  }
  for (const auto& [operand, format] :
       {std::pair(&dot.a, &design.a), std::pair(&dot.b, &design.b)}) {
    *format = operand->block.element;
    if (!operand->is_looked_up()) continue;
    *format = FindFor("values", [&] { return formats.Find(text.empty() ? kDefaultValues : text); });
    Check(*format, operand->block.element);
  }
}

}  // namespace macroscope
