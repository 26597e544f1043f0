// The operands of units that compute with logarithms.
#include <algorithm>

#include "models/design/log_text.h"
#include "models/design/parse_name.h"
#include "models/formats/catalogue.h"
#include "models/tables/lookup_table.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const std::string& message) { throw DesignError("operands", message); }

// Tables that hardware can look up in a cycle.
void CheckTable(const Format& format, const char* what, int index_bits, int entry_bits) {
  if (index_bits <= kMostTableIndexBits &&
      std::int64_t{entry_bits} << index_bits <= kMostTableBits) {
    return;
  }
  Fail("the table of " + format.name + " " + what + " has " + std::to_string(index_bits) +
       " index bits and entries of " + std::to_string(entry_bits) + "; it can have at most " +
       std::to_string(kMostTableIndexBits) + " index bits, and " + std::to_string(kMostTableBits) +
       " bits");
}

void CheckLogPosit(const Format& format) {
  if (!format.is_log_posit()) {
    Fail("elma_mac takes log posits such as elma8_1, and " + format.name + " is of family " +
         FamilyText(format.family));
  }
  const int fraction_bits = format.posit.max_fraction_bits();
  if (fraction_bits == 0) {
    Fail("the logarithms of " + format.name +
         " have no fraction bits, so that it is a format of powers of two; elma_mac takes log "
         "posits that are at least 4 bits wider than their exponent_bits");
  }
  const LogPositTables& tables = format.log_posit;
  CheckTable(format, "from logarithms to linear numbers", fraction_bits, tables.product_bits);
  CheckTable(format, "from linear numbers to logarithms", tables.readback_bits,
             tables.logarithm_bits);
}

void CheckLogarithm(const Format& format, UnitKind unit) {
  if (format.family == Family::kLogarithmic) return;
  Fail(std::string(Name(unit)) + " takes logarithmic formats such as lns8_3, and " + format.name +
       " is of family " + FamilyText(format.family));
}

void CheckNotMixed(const Format& a, const Format& b) {
  if (a.is_double_base() == b.is_double_base()) return;
  const Format& other = a.is_double_base() ? b : a;
  Fail((a.is_double_base() ? a : b).name + " holds double-base numbers, and " + other.name +
       " is of family " + FamilyText(other.family) +
       "; log_mac takes double-base numbers with their like alone");
}

void CheckLogAdd(const Format& a, const Format& b) {
  if (a != b) {
    Fail("log_add takes two operands of one format, and not " + a.name + " and " + b.name);
  }
  if (a.log.zero == LogZero::kNone) {
    Fail(a.name +
         " has no zero, which differences of equal numbers are; give a format with zero: " +
         "flag or zero: least_code");
  }
}

}  // namespace

void ParseLogarithms(const DesignText& text, const Catalogue& formats, Design& design) {
  const auto names = OperandNames(text.operands);
  // One of no family of logarithms is found too, and refused below.
  design.a = FindFor("operands", [&] { return formats.FindAny(names.front()); });
  design.b = FindFor("operands", [&] { return formats.FindAny(names.back()); });
  if (design.unit == UnitKind::kElmaMac) {
    CheckLogPosit(design.a);
    CheckLogPosit(design.b);
    if (design.a != design.b) {
      Fail("elma_mac takes two operands of one format, and not " + design.a.name + " and " +
           design.b.name);
    }
    return;
  }
  if (design.unit == UnitKind::kLogMac) {
    CheckNotMixed(design.a, design.b);
    if (design.a.is_double_base()) return ParseDoubleBaseMethod(text, design);
  }
  CheckLogarithm(design.a, design.unit);
  CheckLogarithm(design.b, design.unit);
  if (design.a.log.steps_per_octave != design.b.log.steps_per_octave) {
    Fail(design.a.name + " has " + std::to_string(design.a.log.steps_per_octave) +
         " steps an octave, and " + design.b.name + " " +
         std::to_string(design.b.log.steps_per_octave) + "; both must have as many");
  }
  if (design.unit == UnitKind::kLogAdd) CheckLogAdd(design.a, design.b);
  ParseLogMethod(text, design);
}

}  // namespace macroscope
