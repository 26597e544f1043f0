#include "models/design/parse_name.h"
#include "models/design/posit_text.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

// The unit that does the same of integers and floating formats.
const char* Counterpart(UnitKind unit) {
  switch (unit) {
    case UnitKind::kPositMul:
      return "fp_mul";
    case UnitKind::kPositAdd:
      return "fp_add";
    case UnitKind::kPositFma:
      return "fp_fma";
    case UnitKind::kPositQuireMac:
      return "kulisch_mac";
    default:
      return "convert";
  }
}

Format FindPosit(UnitKind unit, const char* key, const std::string& name,
                 const Catalogue& formats) {
  const auto fail = [&](const std::string& what) {
    throw DesignError(key, std::string(Name(unit)) + " takes and gives posits, and '" + name +
                               "' is " + what + "; give a posit, as posit8_2, or use " +
                               Counterpart(unit));
  };
  if (formats.Contains(name)) {
    fail(formats.Find(name).is_integer() ? "an integer format" : "a floating format");
  }
  if (formats.ContainsBlock(name)) fail("a format of blocks");
  Format format = FindFor(key, [&] { return formats.FindAlternative(name); });
  if (!format.is_posit()) fail(std::string("of family ") + FamilyText(format.family));
  return format;
}

}  // namespace

void ParsePositOperands(const DesignText& text, const Catalogue& formats, Design& design) {
  const auto names = OperandNames(text.operands);
  design.a = FindPosit(design.unit, "operands", names.front(), formats);
  if (design.unit != UnitKind::kPositQuireRound) {
    design.b = FindPosit(design.unit, "operands", names.back(), formats);
  } else if (names.size() > 1) {
    throw DesignError("operands",
                      "posit_quire_round takes one posit, the one whose quire it rounds; leave '" +
                          names.back() + "' out");
  }
}

Accumulator ParsePositResult(const Design& design, std::string_view text,
                             const Catalogue& formats) {
  Accumulator accumulator;
  if (!text.empty()) {
    accumulator.format = FindPosit(design.unit, "accumulator", std::string(text), formats);
    return accumulator;
  }
  if (HasB(design) && design.a != design.b) {
    throw DesignError("accumulator",
                      "missing; operands of two posits leave open in which of them " +
                          std::string(Name(design.unit)) + " gives its result");
  }
  accumulator.format = design.a;
  return accumulator;
}

Accumulator Quire(const Design& design) {
  const auto fail = [](const std::string& message) { throw DesignError("accumulator", message); };
  if (design.a != design.b) {
    fail("a quire is of one posit, and the operands are " + design.a.name + " and " +
         design.b.name + "; give fixed+G, G bits above their exact product");
  }
  const int bits = design.a.posit.quire_bits();
  if (bits + 1 > kMaxWordBits) {
    fail("the quire of " + design.a.name + " has " + std::to_string(bits) +
         " bits and a flag; the most is " + std::to_string(kMaxWordBits) + " together");
  }
  Accumulator accumulator;
  accumulator.is_fixed = true;
  accumulator.is_quire = true;
  accumulator.width_bits = bits;
  accumulator.guard_bits = bits - ExactProduct(design.a, design.b).width_bits;
  return accumulator;
}

bool RoundsToPosit(UnitKind unit) { return TakesPosits(unit) && unit != UnitKind::kPositQuireMac; }

std::string PositsHave(std::string_view key) {
  if (key == "rounding") return "round to nearest, ties to even, and in no other way";
  if (key == "flags") return "raise no flags";
  if (key == "tininess") return "have no subnormals, so that no result counts as tiny";
  return "have no subnormals";
}

}  // namespace macroscope
